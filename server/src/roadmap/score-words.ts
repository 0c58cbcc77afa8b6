import { allOf, say, type Words } from "../base/say.ts";
import { fieldTitle } from "../model/kind-words.ts";
import { showNumber } from "../model/show-measure.ts";
import type { Found, Query } from "../workspace/query.ts";
import { type RiceFactor, riceOf } from "../workspace/rice.ts";

/** "RICE 320": for a row that is sorted by it; undefined without a score. */
export function scoreWords(query: Query, found: Found): Words | undefined {
  const score = riceOf(query, found)?.score;
  return score === undefined ? undefined : say`RICE ${showScore(score)}`;
}

/** "RICE 320 = Reach 2000 × Impact high × Confidence 80% ÷ Effort 10", or what a score wants yet; undefined where nothing is said. */
export function scoreExplained(query: Query, found: Found): Words | undefined {
  const rice = riceOf(query, found);
  if (rice === undefined) return undefined;
  const { score, factors } = rice;
  if (score === undefined) {
    const missing = factors.filter(({ value, field }) => value === undefined || (field === "effort" && value === 0));
    return say`No RICE score without ${allOf(missing.map(({ field }) => fieldTitle({ name: field })))}`;
  }
  const above = factors.filter(({ field }) => field !== "effort").map(factorWords);
  const product =
    above.reduce<Words | undefined>(
      (before, next) => (before === undefined ? next : say`${before} × ${next}`),
      undefined,
    ) ?? "1";
  const effort = factors.find(({ field }) => field === "effort");
  return say`RICE ${showScore(score)} = ${effort === undefined ? product : say`${product} ÷ ${factorWords(effort)}`}`;
}

function factorWords({ field, text = "", weight }: RiceFactor): Words {
  const factor = say`${fieldTitle({ name: field })} ${text}`;
  return weight === 1 ? factor : say`${factor} (counted ${weight} times)`;
}

/** Three digits are enough to compare by. */
function showScore(score: number): string {
  return showNumber(score >= 100 ? Math.round(score) : Number(score.toPrecision(3)));
}
