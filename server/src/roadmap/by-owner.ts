import { compareNatural } from "../base/natural.ts";
import { say, type Words } from "../base/say.ts";
import type { Found } from "../workspace/query.ts";
import { type Branch, lazily, numbersOf } from "./branch.ts";
import type { Grouping } from "./grouping.ts";
import { mostWritten } from "./most-written.ts";
import { plainBranches } from "./parts.ts";
import type { Plan } from "./project-plan.ts";
import { roadmapKinds } from "./states.ts";

/** What each person answers for, however the documents spell the name. */
export const byOwner: Grouping = {
  id: "owner",
  title: say`Owner`,
  field: "owner",
  shows: roadmapKinds,
  top: (plan) =>
    groupsByName(plan, "person", "owner", say`No owner`, (found) => {
      const { owner } = plan.facts(found);
      return owner === undefined ? undefined : { key: owner.key, title: owner.label };
    }),
};

/** A heading for each name, in the order of the alphabet; last what has none. */
export function groupsByName(
  plan: Plan,
  icon: string,
  field: string,
  nobody: Words,
  nameOf: (found: Found) => { readonly key: string; readonly title: string } | undefined,
): readonly Branch[] {
  const groups = new Map<string, { readonly title: string; readonly items: Found[] }>();
  const rest: Found[] = [];
  for (const found of roadmapKinds.flatMap(plan.of)) {
    const name = nameOf(found);
    if (name === undefined) {
      rest.push(found);
      continue;
    }
    const known = groups.get(name.key);
    if (known === undefined) groups.set(name.key, { title: name.title, items: [found] });
    else known.items.push(found);
  }
  const branch = (key: string, title: Words, items: readonly Found[], own: string): Branch => ({
    type: "group",
    key,
    title,
    icon: own,
    gives: () => (key === "none" ? undefined : mostWritten(items, field)),
    numbers: numbersOf(items),
    below: lazily(() => plainBranches(plan, items)),
  });
  const named = [...groups]
    .sort(([a, one], [b, other]) => compareNatural(one.title, other.title) || compareNatural(a, b))
    .map(([key, { title, items }]) => branch(`is ${key}`, title, items, icon));
  return rest.length === 0 ? named : [...named, branch("none", nobody, rest, "question")];
}
