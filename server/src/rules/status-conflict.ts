import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** The block at the top says one status, the text below the title another. */
export const statusConflict: Rule = {
  id: "status-conflict",
  title: "Two different statuses in one document",
  group: "state",
  level: "warning",
  fixable: true,
  check(file, _query, report) {
    for (const item of file.items) {
      for (const { field, text, entry } of item.conflicts) {
        const counts = item.fields.get(field);
        const said = counts?.values[0]?.text;
        if (counts === undefined || said === undefined) continue;
        report({
          item,
          entry,
          message: `${nameOf(item)} is “${said}” at the top and “${text}” here. The one at the top counts: make them the same, or take this one out.`,
          related: [{ path: file.path, entry: counts.entry, message: `“${said}” is said here` }],
          data: { replacement: said },
        });
      }
    }
  },
};
