import { say } from "../base/say.ts";
import { linksOf } from "./each-link.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** A name that several documents go by. */
export const ambiguousReference: Rule = {
  id: "ambiguous-reference",
  title: "A link that may lead to several things",
  group: "links",
  level: "warning",
  fixable: false,
  check(file, query, report) {
    for (const { from, link, resolution } of linksOf(file, query)) {
      if (resolution.type !== "ambiguous") continue;
      const places = resolution.found.map((found) => found.file.path).join(", ");
      report({
        item: from.item,
        entry: link.entry,
        message: say`${nameOf(from.item)} links to “${link.text}”, and several documents go by that name: ${places}. Write the path or the id of the one you mean.`,
        related: resolution.found.map((found) => ({
          path: found.file.path,
          entry: found.item.entry,
          message: nameOf(found.item),
        })),
      });
    }
  },
};
