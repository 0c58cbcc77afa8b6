import { say } from "../base/say.ts";
import { missing } from "./missing.ts";
import type { Rule } from "./rule.ts";

/** A feature that may land any time. */
export const missingTimeframe: Rule = missing({
  id: "missing-timeframe",
  title: "A feature without a timeframe",
  field: "timeframe",
  message: (name) => say`${name} has no timeframe: say when it lands, if only now, next or later.`,
});
