import { isSame } from "../workspace/place.ts";
import { allLinksOf } from "./each-link.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** Items that wait for each other in a ring: none of them can land first. */
export const dependencyCycle: Rule = {
  id: "dependency-cycle",
  title: "Items that wait for each other",
  group: "links",
  level: "warning",
  fixable: false,
  check(file, query, report) {
    for (const { from, definition, link, resolution } of allLinksOf(file, query)) {
      if (definition.edge?.name !== "depends-on" || resolution.type !== "item") continue;
      const ring = query.cycle(from);
      const next = resolution.found;
      if (ring === undefined || isSame(next, from) || ring[0] === undefined || !isSame(ring[0], next)) continue;
      const way = [from, ...ring, from].map(({ item }) => nameOf(item)).join(" → ");
      report({
        item: from.item,
        entry: link.entry,
        message: `${way}: each waits for the next, so none can land first. Take one of these links out.`,
        related: ring.map((member) => ({
          path: member.file.path,
          entry: member.item.entry,
          message: `${nameOf(member.item)} is on the ring`,
        })),
      });
    }
  },
};
