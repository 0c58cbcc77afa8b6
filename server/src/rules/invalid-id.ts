import { say } from "../base/say.ts";
import { aKind } from "../model/kind-words.ts";
import { idPrefix } from "../model/requirement-id.ts";
import type { Rule } from "./rule.ts";

/** An id that does not look like the ids of its kind, so that nobody recognises it in a text. */
export const invalidId: Rule = {
  id: "invalid-id",
  title: "An id that does not look like one of its kind",
  group: "identity",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    const { schema } = query.config;
    for (const item of file.items) {
      const written = item.fields.get("id")?.values[0];
      const kind = schema.kinds.get(item.kind);
      // A kind that takes its ids from files or fields has its own form; other kinds that extend it follow their own prefix.
      if (written === undefined || kind === undefined || kind.prefixes.length === 0 || kind.idForm !== undefined)
        continue;
      const prefix = idPrefix(written.text);
      if (prefix !== undefined && kind.prefixes.includes(prefix)) continue;
      const other = prefix === undefined ? undefined : schema.prefixes.get(prefix);
      if (other !== undefined && (other.base === kind.base || isFeature(other.base, kind.base))) continue;
      const own = kind.prefixes[0]!;
      report({
        item,
        entry: written.entry,
        message: say`“${written.text}” does not look like the id of ${aKind(schema, item.kind)}, so it is not recognised in texts. Write ${own} and a number, such as ${own}-12.`,
      });
    }
  },
};

/** A document may be called a feature and the other way round. */
function isFeature(a: string, b: string): boolean {
  const both = ["feature", "prd"];
  return both.includes(a) && both.includes(b);
}
