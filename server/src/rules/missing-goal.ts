import { say } from "../base/say.ts";
import type { Found, Query } from "../workspace/query.ts";
import { missing } from "./missing.ts";
import type { Rule } from "./rule.ts";

/** A feature that works for nothing. */
export const missingGoal: Rule = missing({
  id: "missing-goal",
  title: "A feature without a goal",
  field: "goals",
  topic: "goals",
  message: (name) => say`${name} serves no goal: say which outcome it is built for.`,
  has: (found, query) => query.outgoing(found, "goals").length > 0 || parentHasGoal(found, query, new Set()),
});

/** A part serves the goals of the whole; a ring of parents serves none, and no plan has more levels than these. */
function parentHasGoal(found: Found, query: Query, seen: Set<string>): boolean {
  return query.outgoing(found, "parent").some(({ to }) => {
    if (seen.has(to.item.key) || seen.size === mostLevels) return false;
    seen.add(to.item.key);
    return query.outgoing(to, "goals").length > 0 || parentHasGoal(to, query, seen);
  });
}

const mostLevels = 50;
