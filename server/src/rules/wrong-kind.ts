import { say } from "../base/say.ts";
import { aKind } from "../model/kind-words.ts";
import { isKind, type Schema } from "../model/schema.ts";
import { linksOf } from "./each-link.ts";
import type { Rule } from "./rule.ts";
import { aOneOf, nameOf } from "./words.ts";

/** A link to something that exists, and that the field does not ask for. */
export const wrongKind: Rule = {
  id: "wrong-kind",
  title: "A link to the wrong kind of thing",
  group: "links",
  level: "error",
  fixable: true,
  check(file, query, report) {
    const { schema } = query.config;
    for (const { from, definition, field, link, resolution } of linksOf(file, query)) {
      if (resolution.type !== "item" || definition.to.length === 0) continue;
      const { item, file: there } = resolution.found;
      if (isKind(schema, item.kind, definition.to)) continue;
      const fields = fieldsFor(item.kind, from.item.kind, schema);
      report({
        item: from.item,
        entry: link.entry,
        fixable: fields.length === 1,
        data: { move: fields },
        message: () => {
          const asked = aOneOf(schema, definition.to);
          return say`${nameOf(item)} is ${aKind(schema, item.kind)}, and “${field.written}” asks for ${asked}. Link to ${asked}, or move this to the field it belongs to.`;
        },
        related: [{ path: there.path, entry: item.entry, message: say`${nameOf(item)} is defined here` }],
      });
    }
  },
};

/** The fields of a kind that take links to another one. What must not get worse is not meant by mistake. */
function fieldsFor(target: string, kind: string, schema: Schema): readonly string[] {
  const fields = schema.kinds.get(kind)?.fields ?? [];
  return fields
    .filter(({ type, to, name }) => type === "link" && name !== "guardrails" && isKind(schema, target, to))
    .map(({ name }) => name);
}
