import { say } from "../base/say.ts";
import type { Item } from "../model/summary.ts";
import type { Rule } from "./rule.ts";

/** Two requirements of one document with one id; reported from the second on. */
export const duplicateRequirementId: Rule = {
  id: "duplicate-requirement-id",
  title: "A requirement id used twice in one document",
  group: "identity",
  level: "error",
  fixable: true,
  check(file, _query, report) {
    const first = new Map<string, Item>();
    for (const item of file.items) {
      if (item.id === undefined || item.base !== "requirement") continue;
      const earlier = first.get(item.key);
      if (earlier === undefined) {
        first.set(item.key, item);
        continue;
      }
      report({
        item,
        entry: item.entry,
        message: say`${item.id} is used already in this document, for “${earlier.title}”. Give this one the next free number.`,
        related: [{ path: file.path, entry: earlier.entry, message: say`${item.id} is used here first` }],
      });
    }
  },
};
