import { say } from "../base/say.ts";
import { kindWord } from "../model/kind-words.ts";
import { fieldOf, itemsOf } from "../workspace/plan.ts";
import { byPhase, type Rule } from "./rule.ts";
import { nameOf, notGiven } from "./words.ts";

/** Fields that have a rule of their own. */
const spokenFor = new Set(["owner", "kpis", "goals", "timeframe", "target", "title", "id", "baseline"]);

/** What a project's configuration asks of a kind beyond the built-in questions. */
export const missingField: Rule = {
  id: "missing-field",
  title: "A field that the project asks for",
  group: "completeness",
  level: byPhase,
  fixable: true,
  check(file, query, report) {
    for (const found of itemsOf(file, query)) {
      const { item } = found;
      const kind = query.config.schema.kinds.get(item.kind);
      if (kind === undefined || item.outside) continue;
      for (const name of kind.required) {
        if (spokenFor.has(name)) continue;
        const written = fieldOf(found, name);
        if (written !== undefined && written.state !== "not-given") continue;
        if (query.hasOutgoing(found, name) || item.extras.some((extra) => extra.name === name)) continue;
        report({
          item,
          entry: notGiven(item, name),
          message: say`${nameOf(item)} has no “${name}”, which this project asks of every ${kindWord(query.config.schema, item.kind)}.`,
          // Nobody but the author knows what a text should say.
          fixable: kind.fieldNames.get(name)?.type !== "text",
          data: { field: name },
        });
      }
    }
  },
};
