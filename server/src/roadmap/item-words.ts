import { say, type Words } from "../base/say.ts";
import { healthWord } from "../model/health.ts";
import { kindWord } from "../model/kind-words.ts";
import { phaseWord, showStatus } from "../model/phase.ts";
import { showTimeframe, speakTimeframe } from "../model/show-timeframe.ts";
import { healthOf, type ItemHealth } from "../workspace/health.ts";
import { kpiHealth } from "../workspace/kpi-health.ts";
import { statusOf, textOf } from "../workspace/plan.ts";
import { progressOf } from "../workspace/progress.ts";
import type { Edge, Found, Query } from "../workspace/query.ts";
import { type ItemBranch, numbersAt } from "./branch.ts";
import { countsIn, countWords, problemWords } from "./counts.ts";
import { kpiValues, speakValues, valueWords } from "./kpi-values.ts";
import type { Plan } from "./project-plan.ts";
import { scoreWords } from "./score-words.ts";
import type { RoadmapTree, Row } from "./tree.ts";

/** `Q1 2027 · ana · at risk`, without the field grouped by; a KPI's figures instead. */
export function itemDescription(branch: ItemBranch, row: Row, tree: RoadmapTree): readonly Words[] {
  const { plan, grouping } = tree;
  const { found, edge } = branch;
  const facts = plan.facts(found);
  const words: Words[] = [];
  if (facts.base === "kpi") {
    if (edge?.name === "guardrails") words.push(say`guardrail`);
    words.push(valueWords(kpiValues(found, edge), edge?.name === "guardrails"));
    if (edge === undefined && grouping.field !== "owner" && facts.owner !== undefined) words.push(facts.owner.short);
  } else {
    const time = facts.timeframe === undefined ? undefined : showTimeframe(facts.timeframe);
    if (time !== undefined && !isSaidAbove(time, row)) words.push(time);
    if (grouping.field !== "owner" && facts.owner !== undefined) words.push(facts.owner.short);
  }
  words.push(...sortWords(found, tree), ...healthWords(branch, plan));
  if (facts.base === "vision" || facts.base === "goal") words.push(...rollUp(branch, plan));
  else words.push(...progressWords(branch, plan));
  return words;
}

/** What the rows are sorted by, where they do not say it anyway. */
function sortWords(found: Found, { sort, plan }: RoadmapTree): readonly Words[] {
  const words =
    sort === "rice" ? scoreWords(plan.query, found) : sort === "priority" ? textOf(found, "priority") : undefined;
  return words === undefined ? [] : [words];
}

/** "One-tap pay, feature, in progress, on track, owner Ana, first quarter 2027, 2 problems". */
export function itemSpoken(branch: ItemBranch, plan: Plan, problems: number): readonly Words[] {
  const { found, edge } = branch;
  const facts = plan.facts(found);
  const status = statusOf(found);
  const { health, worse } = shownHealth(branch, plan.query);
  return [
    found.item.title,
    edge?.name === "guardrails" ? say`guardrail` : kindWord(plan.query.config.schema, found.item.kind),
    status === undefined ? phaseWord(facts.phase) : showStatus(status),
    health === "unknown" ? "" : healthWord(health),
    worse === undefined ? "" : say`looks ${healthWord(worse)}`,
    facts.isLate ? say`overdue` : "",
    facts.base === "kpi" ? speakValues(kpiValues(found, edge)) : "",
    facts.owner === undefined ? "" : say`owner ${facts.owner.label}`,
    facts.timeframe === undefined ? "" : speakTimeframe(facts.timeframe),
    ...(facts.base === "kpi" ? [] : progressWords(branch, plan)),
    ...problemWords(problems),
  ].filter((word) => word !== "");
}

/** An item and the link through which it is seen. */
type Seen = { readonly found: Found; readonly edge?: Edge | undefined };

/** How it goes; a KPI through the link that it is looked at through. */
export function shownHealth({ found, edge }: Seen, query: Query): ItemHealth {
  const own = healthOf(query, found);
  if (edge === undefined || own.stated !== undefined) return own;
  const there = kpiHealth(query, found, edge);
  return {
    health: there?.health ?? "unknown",
    reasons: there === undefined ? [] : [there.reason()],
    stated: undefined,
    worse: undefined,
  };
}

/** Colour alone says nothing to many people: what does not go well is said in a word. */
export function healthWords(branch: ItemBranch, plan: Plan): readonly Words[] {
  const { health, worse } = shownHealth(branch, plan.query);
  const { isLate, base } = plan.facts(branch.found);
  const words: Words[] = [];
  if (isLate && base !== "kpi") words.push(say`overdue`);
  else if (health === "off-track" || health === "at-risk") words.push(healthWord(health));
  if (worse !== undefined && !(isLate && worse === "off-track")) words.push(say`looks ${healthWord(worse)}`);
  return words;
}

export function rollUp(branch: ItemBranch, plan: Plan): readonly Words[] {
  const counts = countsIn(plan, numbersAt(branch), branch.found.number);
  return counts.features + counts.goals > 0 ? countWords(counts) : [];
}

export function progressWords({ found }: ItemBranch, plan: Plan): readonly Words[] {
  const { base, phase } = plan.facts(found);
  // Of what has not begun nothing is done, and nobody wonders.
  if ((base !== "feature" && base !== "prd") || phase !== "active") return [];
  const progress = progressOf(plan.query, found);
  return progress === undefined ? [] : [say`${progress.done} of ${progress.all} done`];
}

/** Whether the heading above says it already. */
export function isSaidAbove(time: Words, row: Row): boolean {
  for (let above = row.parent; above !== undefined; above = above.parent) {
    if (above.type === "group" && above.branch.type === "group")
      return String(above.branch.title).toLowerCase() === String(time).toLowerCase();
  }
  return false;
}
