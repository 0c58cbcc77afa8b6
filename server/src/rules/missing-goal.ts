import { say } from "../base/say.ts";
import { servesGoal } from "../workspace/traced.ts";
import { missing } from "./missing.ts";
import type { Rule } from "./rule.ts";

/** A feature that works for nothing. */
export const missingGoal: Rule = missing({
  id: "missing-goal",
  title: "A feature without a goal",
  field: "goals",
  topic: "goals",
  message: (name) => say`${name} serves no goal: say which outcome it is built for.`,
  has: servesGoal,
});
