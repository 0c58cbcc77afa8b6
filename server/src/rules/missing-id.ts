import { say } from "../base/say.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** An item that others can link to by its file name or title only. */
export const missingId: Rule = {
  id: "missing-id",
  title: "An item without an id",
  group: "identity",
  level: "off",
  fixable: true,
  check(file, _query, report) {
    for (const item of file.items) {
      if (item.id !== undefined || item.outside) continue;
      report({
        item,
        entry: item.entry,
        message: say`${nameOf(item)} has no id: links to it break when its name changes.`,
        data: { field: "id" },
      });
    }
  },
};
