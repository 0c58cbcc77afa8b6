import { nearest } from "../base/nearest.ts";
import { say } from "../base/say.ts";
import { phaseOf, statusWords } from "../model/phase.ts";
import type { Rule } from "./rule.ts";

/** A status that nobody knows; it counts as active until it is named. */
export const unknownStatus: Rule = {
  id: "unknown-status",
  title: "A status that nobody knows",
  group: "text",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    for (const item of file.items) {
      const value = item.fields.get("status")?.values[0];
      const kind = query.config.schema.kinds.get(item.kind);
      if (value === undefined || kind === undefined || phaseOf(value.text, kind) !== undefined) continue;
      const words = [...statusWords, ...kind.ownStatuses].map(({ status }) => status);
      const near = nearest(value.text.toLowerCase(), words);
      const advice =
        near === undefined
          ? say`Use draft, active, done or dropped, or name the word in the project's configuration.`
          : say`Did you mean “${near}”?`;
      report({
        item,
        entry: value.entry,
        message: say`“${value.text}” is no status we know, so it counts as active. ${advice}`,
        ...(near === undefined ? { fixable: false } : { data: { replacement: near } }),
      });
    }
  },
};
