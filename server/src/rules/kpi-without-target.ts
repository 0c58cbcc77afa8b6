import { say } from "../base/say.ts";
import { missing } from "./missing.ts";
import type { Rule } from "./rule.ts";

/** A KPI that says what is measured and not where it is to be; a key result that carries its own target is enough. */
export const kpiWithoutTarget: Rule = missing({
  id: "kpi-without-target",
  title: "A KPI without a target",
  field: "target",
  fixable: false,
  message: (name) => say`${name} has no target: say which value is success.`,
  has: (found, query) => query.incoming(found, "kpis").some(({ values }) => values.has("target")),
});
