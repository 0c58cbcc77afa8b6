import { say } from "../base/say.ts";
import { itemsOf } from "../workspace/plan.ts";
import type { Rule } from "./rule.ts";

/** An item that is known by an id or a file name alone. */
export const missingTitle: Rule = {
  id: "missing-title",
  title: "An item without a title",
  group: "completeness",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    for (const { item } of itemsOf(file, query)) {
      if (item.titled) continue;
      report({
        item,
        entry: item.entry,
        // A file's name tells what its document is about; an id tells nothing.
        fixable: item.site === "document",
        message: say`${item.id ?? item.title} has no title: give it a name that people use, as a title or as the first heading.`,
        data: { field: "title" },
      });
    }
  },
};
