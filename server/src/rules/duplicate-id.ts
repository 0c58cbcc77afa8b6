import { listed, say } from "../base/say.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** Two items with one id: a link to it may mean either. Sections and mentions of an item are none of them. */
export const duplicateId: Rule = {
  id: "duplicate-id",
  title: "An id that two items have",
  group: "identity",
  level: "error",
  fixable: true,
  check(file, query, report) {
    for (let index = 0; index < file.items.length; index++) {
      const item = file.items[index]!;
      if (item.id === undefined || item.base === "requirement") continue;
      const claims = query.claims(item.key);
      // All that claim an id stand at sites of one strength.
      if (claims.length < 2 || claims[0]!.item.site !== item.site) continue;
      // Thousands may have one id: of these a few are looked at, and the others counted.
      const others = claims
        .slice(0, mostRelated + 1)
        .filter((claim) => claim.file.path !== file.path || claim.index !== index);
      const named = others.slice(0, mostNamed).map((other) => say`${other.item.title} in ${other.file.path}`);
      const more = claims.length - 1 - named.length;
      const names = more === 0 ? listed(named) : say`${listed(named)} and ${more} more`;
      report({
        item,
        entry: item.entry,
        message: say`${nameOf(item)} shares its id with ${names}, so a link to ${item.id} may mean either. Give one of them the next free id.`,
        related: others.slice(0, mostRelated).map((other) => ({
          path: other.file.path,
          entry: other.item.entry,
          message: say`${nameOf(other.item)} has the same id`,
        })),
      });
    }
  },
};

/** Nobody reads more names than these in one sentence, or goes through more places than those. */
const mostNamed = 5;
const mostRelated = 10;
