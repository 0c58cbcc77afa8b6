import { anyOf, say } from "../base/say.ts";
import type { Summary, Suppression } from "../model/summary.ts";
import type { Finding, Rule } from "./rule.ts";

/**
 * A comment that silences nothing hides the next real finding on its line. Only the engine knows what was silenced, so
 * this rule is asked last, with the suppressions that were used.
 */
export const unusedSuppression: Rule & {
  findings(file: Summary, used: ReadonlySet<Suppression>): readonly Finding[];
} = {
  id: "unused-suppression",
  title: "A comment that silences nothing",
  group: "project",
  level: "warning",
  fixable: true,
  findings: (file, used) =>
    file.suppressions
      .filter((suppression) => !used.has(suppression) && !suppression.rules.includes("unused-suppression"))
      .map(({ entry, rules }) => ({
        entry,
        tag: "unnecessary",
        message:
          rules.length === 0
            ? say`This comment names no rule, so it silences nothing. Write the rule behind it, such as missing-kpi, or take the comment out.`
            : say`Nothing on that line is reported as ${anyOf(rules)} any more: take the comment out, or it will hide the next finding.`,
      })),
};
