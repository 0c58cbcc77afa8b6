import { memo } from "../base/memo.ts";
import { nearest } from "../base/nearest.ts";
import { say } from "../base/say.ts";
import { oursOr } from "../model/kind-words.ts";
import type { SchemaKind } from "../model/schema.ts";
import type { Rule } from "./rule.ts";

/** A field that is one letter off a known one; with `strict: true` every field that is none. */
export const unknownField: Rule = {
  id: "unknown-field",
  title: "A field that is nearly one we know",
  group: "text",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    for (const item of file.items) {
      const kind = query.config.schema.kinds.get(item.kind);
      if (kind === undefined || item.extras.length === 0) continue;
      for (const { name, key } of item.extras) {
        const near = ordinary.has(name) ? undefined : nearest(name, namesOf(kind));
        const field = near === undefined ? undefined : kind.fieldNames.get(near);
        // What is written already was not meant a second time.
        const meant = field !== undefined && !item.fields.has(field.name) ? near : undefined;
        if (meant === undefined && !query.config.strict) continue;
        report({
          item,
          entry: key,
          message:
            meant === undefined
              ? say`“${name}” is no field of ${oursOr(kind.plural)}. Take it out, or add it to the project's fields.`
              : say`“${name}” is no field of ${oursOr(kind.plural)}. Did you mean “${meant}”?`,
          ...(meant === undefined ? { fixable: false } : { data: { replacement: meant } }),
        });
      }
    }
  },
};

/** The same list each time, so that it is prepared once. */
const namesOf = memo(({ fieldNames }: SchemaKind): readonly string[] => [...fieldNames.keys()]);

/** Words that people mean as they stand, though they are a letter off a field. */
const ordinary = new Set(["reviewer", "reviewers", "creator", "note", "notes", "resource", "teams"]);
