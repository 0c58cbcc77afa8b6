import { say } from "../base/say.ts";
import { isSame } from "../workspace/place.ts";
import { linksOf } from "./each-link.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** An item that links to itself. */
export const selfReference: Rule = {
  id: "self-reference",
  title: "A link from an item to itself",
  group: "links",
  level: "error",
  fixable: true,
  check(file, query, report) {
    for (const { from, field, link, resolution } of linksOf(file, query)) {
      if (resolution.type !== "item" || !isSame(resolution.found, from)) continue;
      report({
        item: from.item,
        entry: link.entry,
        message: say`${nameOf(from.item)} names itself under “${field.written}”. Take it out, or name what was meant.`,
      });
    }
  },
};
