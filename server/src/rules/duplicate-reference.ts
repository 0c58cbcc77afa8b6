import { say } from "../base/say.ts";
import type { FieldValue } from "../model/summary.ts";
import { linksOf } from "./each-link.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** The same link twice in one field; the second one says nothing. */
export const duplicateReference: Rule = {
  id: "duplicate-reference",
  title: "The same link twice in one list",
  group: "links",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    const links = linksOf(file, query);
    if (links.length < 2) return;
    // The links of a field stand together.
    let list: FieldValue | undefined;
    let seen = new Map<number | string, number>();
    for (const { from, field, link, resolution } of links) {
      if (field !== list) seen = new Map();
      list = field;
      const target = resolution.type === "item" ? resolution.found.number : link.text;
      const first = seen.get(target);
      if (first === undefined) {
        seen.set(target, link.entry);
        continue;
      }
      report({
        item: from.item,
        entry: link.entry,
        tag: "unnecessary",
        message: () => {
          const name = resolution.type === "item" ? nameOf(resolution.found.item) : link.text;
          return say`${name} is in this list already. Once is enough: take one of them out.`;
        },
        related: [{ path: file.path, entry: first, message: say`It is named here first` }],
      });
    }
  },
};
