import { say } from "../../base/say.ts";
import { kindWord } from "../../model/kind-words.ts";
import { setFieldCommand } from "../../protocol.ts";
import type { Fix } from "./fix.ts";
import { likely } from "./likely.ts";

/** Where a person is to choose or to write, and the client can ask. */
export const askPerson: Fix = {
  mends: ({ data }) => typeof data?.field === "string" && data.field !== "id" && data.field !== "title",
  counts: true,
  actions(context) {
    const { can, found, problem, project, document } = context;
    const field = String(problem.data?.field);
    const { schema } = project.config;
    const kind = schema.kinds.get(found?.item.kind ?? "");
    const definition = kind?.fieldNames.get(field);
    if (!can.setField || found === undefined || kind === undefined || definition === undefined) return [];
    const isLink = definition.type === "link";
    const hasChoices = likely(field, kind, found, context).length > 0;
    // Rows have no place for more, and where there is nothing to choose from it is to be begun.
    if (found.item.site === "table" || (isLink && !hasChoices)) return [];
    const title = isLink
      ? say`Choose another ${kindWord(schema, definition.to[0] ?? "")}…`
      : hasChoices
        ? say`Choose another ${field}…`
        : say`Write the ${field}…`;
    const { start: position } = problem.range;
    const command = { command: setFieldCommand, arguments: [{ uri: document.uri, position, field }] };
    return [{ title, command, isOption: true }];
  },
};
