import { say } from "../base/say.ts";
import { isSame } from "../workspace/place.ts";
import type { Found, Query } from "../workspace/query.ts";
import { allLinksOf, type LinkFact } from "./each-link.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** Items that wait for each other in a ring: none of them can land first. */
export const dependencyCycle: Rule = {
  id: "dependency-cycle",
  title: "Items that wait for each other",
  group: "links",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    for (const fact of allLinksOf(file, query)) {
      const { from, link } = fact;
      const ring = ringOf(fact, query);
      if (ring === undefined) continue;
      const named = [from, ...(ring.length > mostNamed ? ring.slice(0, 3) : ring)].map(({ item }) => nameOf(item));
      const way = [...named, ...(ring.length > mostNamed ? ["…"] : []), nameOf(from.item)].join(" → ");
      report({
        item: from.item,
        entry: link.entry,
        // What is defined in its place is no link that could be taken out.
        fixable: link.target.type !== "nested",
        message: say`${way}: each waits for the next, so none can land first. Take one of these links out.`,
        related: ring.slice(0, mostNamed).map((member) => ({
          path: member.file.path,
          entry: member.item.entry,
          message: say`${nameOf(member.item)} is on the ring`,
        })),
      });
    }
  },
};

/** Nobody reads more names than these in one sentence. */
const mostNamed = 8;

/** The ring that a link is a part of, without the item that it starts from. */
export function ringOf({ from, definition, resolution }: LinkFact, query: Query): readonly Found[] | undefined {
  if (definition.edge?.name !== "depends-on" || resolution.type !== "item") return undefined;
  const ring = query.cycle(from);
  const next = ring?.[0];
  return next === undefined || isSame(next, from) || !isSame(next, resolution.found) ? undefined : ring;
}
