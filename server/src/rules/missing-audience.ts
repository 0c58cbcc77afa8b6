import { say } from "../base/say.ts";
import { isKind } from "../model/schema.ts";
import { fieldOf, itemsOf } from "../workspace/plan.ts";
import type { Rule } from "./rule.ts";
import { nameOf, notGiven } from "./words.ts";

/** A feature that is for nobody in particular. */
export const missingAudience: Rule = {
  id: "missing-audience",
  title: "A feature without an audience",
  group: "completeness",
  level: "off",
  fixable: true,
  check(file, query, report) {
    for (const found of itemsOf(file, query)) {
      const { item } = found;
      if (item.outside || !isKind(query.config.schema, item.kind, ["feature", "prd"])) continue;
      const written = fieldOf(found, "audience");
      if (written !== undefined && written.state !== "not-given") continue;
      report({
        item,
        entry: notGiven(item, "audience"),
        message: say`${nameOf(item)} names no audience: say for whom it is built.`,
        data: { field: "audience" },
      });
    }
  },
};
