import { say } from "../base/say.ts";
import type { FieldValue } from "../model/summary.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** The block at the top says one thing, the text below the title another. */
export const statusConflict: Rule = {
  id: "status-conflict",
  title: "Two different answers in one document",
  group: "state",
  level: "warning",
  fixable: true,
  check(file, _query, report) {
    for (const item of file.items) {
      for (const { field, text, entry } of item.conflicts) {
        const counts = item.fields.get(field);
        if (counts === undefined) continue;
        const said = saidIn(counts);
        const name = nameOf(item);
        report({
          item,
          entry,
          message:
            field === "status"
              ? say`${name} is “${said}” at the top and “${text}” here. The one at the top counts: make them the same, or take this one out.`
              : say`The ${field} of ${name} is “${said}” at the top and “${text}” here. The one at the top counts: make them the same, or take this one out.`,
          related: [{ path: file.path, entry: counts.entry, message: say`“${said}” is said here` }],
          data: { replacement: said, set: [field, text] },
        });
      }
    }
  },
};

function saidIn({ state, values, links }: FieldValue): string {
  if (state === "none") return "n/a";
  const said = values.length > 0 ? values : links;
  return said.map(({ text }) => text).join(", ");
}
