import { listed, plural, say } from "../base/say.ts";
import { isEssential, readMoscow } from "../model/requirement-priority.ts";
import { childrenOf, itemsOf, phaseOf, requirementsOf, textOf } from "../workspace/plan.ts";
import { isTicked } from "../workspace/progress.ts";
import type { Found, Query } from "../workspace/query.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** Something that is called done while parts of it are not. */
export const doneWithOpenWork: Rule = {
  id: "done-with-open-work",
  title: "Something done with open work in it",
  group: "state",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    for (const found of itemsOf(file, query)) {
      const { item } = found;
      // What is written inside a done document and says nothing of its own is done with it.
      if (!item.fields.has("status") || phaseOf(query, found) !== "done") continue;
      const open = [...openChildren(found, query), ...openRequirements(found, query)];
      if (open.length === 0) continue;
      const names = open.slice(0, 3).map((part) => nameOf(part.item));
      const more = open.length - names.length;
      const named = more > 0 ? say`${listed(names)} and ${more} more` : listed(names);
      report({
        item,
        entry: item.entry,
        message: plural(
          open.length,
          "{1} is done, and {2} is not. Finish it, drop it, or set the status back.",
          "{1} is done, and {2} are not. Finish them, drop them, or set the status back.",
          nameOf(item),
          named,
        ),
        related: open.slice(0, 10).map((part) => ({
          path: part.file.path,
          entry: part.item.entry,
          message: say`${nameOf(part.item)} is open`,
        })),
      });
    }
  },
};

function openChildren(found: Found, query: Query): readonly Found[] {
  return childrenOf(query, found).filter((child) => {
    const phase = phaseOf(query, child);
    return phase === "active" || phase === "draft";
  });
}

/** Unticked ones, where at least one is ticked: a list that nobody ticks says nothing. Could and Won't do not count. */
function openRequirements(found: Found, query: Query): readonly Found[] {
  const boxes = requirementsOf(query, found).filter((requirement) => textOf(requirement, "done") !== undefined);
  if (!boxes.some(isTicked)) return [];
  return boxes.filter((requirement) => {
    const priority = textOf(requirement, "priority");
    return !isTicked(requirement) && isEssential(priority === undefined ? undefined : readMoscow(priority));
  });
}
