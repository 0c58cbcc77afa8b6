import { say } from "../../base/say.ts";
import { setItemField } from "../../edits/set-item-field.ts";
import type { Piece } from "../../edits/stops.ts";
import type { Fix } from "./fix.ts";
import { likely } from "./likely.ts";

/**
 * Begins a field that nobody but the author can fill, and leaves the cursor there: as the owner, where no document names
 * anybody yet. A word in its place would only be another way to say that it is missing.
 */
export const writeField: Fix = {
  mends: ({ data }) => typeof data?.field === "string" && data.field !== "id" && data.field !== "title",
  counts: true,
  actions(context) {
    const { can, found, problem, project, path, document } = context;
    const field = String(problem.data?.field);
    const kind = found && project.config.schema.kinds.get(found.item.kind);
    const places = project.places(path);
    if (!can.fillIn || can.setField || found === undefined || kind === undefined || places === undefined) return [];
    if (kind.fieldNames.get(field)?.type === "link" || likely(field, kind, found, context).length > 0) return [];
    const [edit, ...more] = setItemField({ document, places }, found.item, kind, field, [blank]) ?? [];
    if (edit === undefined || more.length > 0) return [];
    const [before = "", behind = ""] = edit.newText.split(blank);
    const pieces: readonly Piece[] = [before, { says: "" }, behind];
    return [
      {
        title: say`Write the ${field}…`,
        edit: () => ({ edits: [], fillIn: { span: edit.span, pieces } }),
        isOption: true,
      },
    ];
  },
};

/** Stands for what is to be written, until it is known where. */
const blank = "tbd";
