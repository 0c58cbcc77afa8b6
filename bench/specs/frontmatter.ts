import { type ItemRef, idOf, type Kind, type Plan, quarterOf, strayId } from "./plan.ts";
import { sentence, titleOf } from "./prose.ts";
import type { Random } from "./random.ts";

const people = ["ana", "bo", "chiara", "emre", "ravi", "jonas", "mila", "noor", "paul", "sade", "tomas", "yuki"];
const teams = ["Checkout", "Payouts", "Growth", "Trust", "Platform"];

/** The lines between the fences: in the order in which people write them, with their different ways to write a list. */
export function fieldLines(plan: Plan, item: ItemRef, title: string, random: Random): readonly string[] {
  const { kind } = item;
  const when = timeOf(plan, item, random);
  const flaw = random.next();
  const lines = [`type: ${kind}`, `id: ${idOf(item)}`, `title: ${flaw < 0.01 ? title.replace(" ", ": ") : title}`];
  if (flaw < 0.01 || flaw > 0.03) lines.push(`owner: ${flaw > 0.995 ? "@" : ""}${random.one(people)}`);
  if (random.chance(0.6)) lines.push(`team: ${random.one(teams)}`);
  if (kind !== "audience" && kind !== "kpi")
    lines.push(`status: ${flaw > 0.03 && flaw < 0.035 ? "wip-ish" : when.status}`);
  if (planned.has(kind)) lines.push(`timeframe: ${flaw > 0.035 && flaw < 0.04 ? "2027-13" : when.timeframe}`);
  if (random.chance(0.4)) lines.push(`priority: ${random.one(["P0", "P1", "P2", "high", "low"])}`);
  if (random.chance(0.3)) lines.push(`tags: [${random.one(teams)}, ${random.one(["q-plan", "mobile", "legal"])}]`);
  if (random.chance(0.3)) lines.push(`summary: "${sentence(random, () => "more")}"`);
  lines.push(...own[kind](plan, item, random, when));
  if (random.chance(0.5)) lines.push(`created: 2026-0${random.between(1, 9)}-1${random.between(0, 9)}`);
  if (random.chance(0.3)) lines.push("reviewed: 2026-11-02 # with the team");
  return lines;
}

const planned: ReadonlySet<Kind> = new Set(["goal", "launch", "prd", "feature"]);

interface Time {
  readonly timeframe: string;
  readonly status: string;
}

/** What a document needs is mostly there before it; 2026-Q4 is now. */
function timeOf(plan: Plan, item: ItemRef, random: Random): Time {
  const quarter = quarterOf(plan, item) + random.between(0, 1);
  const timeframe = `${2025 + Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  if (quarter < 7) return { timeframe, status: random.chance(0.97) ? "shipped" : "in progress" };
  if (quarter === 7) return { timeframe, status: random.one(["in progress", "in progress", "review"]) };
  return { timeframe, status: random.one(["planned", "planned", "committed", "draft", "idea"]) };
}

const own: Readonly<Record<Kind, (plan: Plan, item: ItemRef, random: Random, when: Time) => readonly string[]>> = {
  vision: () => ["kpis: KPI-1"],
  goal: (plan, item, random) => ["vision: VIS-1", links("kpis", plan, "kpi", item, random)],
  kpi: (_plan, _item, random) => [
    `baseline: ${random.between(10, 30)}%`,
    `target: ${random.between(40, 70)}%`,
    `current: ${random.between(31, 39)}%`,
    ...(random.chance(0.5) ? ["direction: up", "cadence: quarterly"] : []),
    ...(random.chance(0.3) ? ["measurements:", `  - { date: 2026-10-01, value: ${random.between(31, 39)}% }`] : []),
  ],
  audience: () => [],
  insight: (_plan, _item, random) => (random.chance(0.5) ? ["source: interviews"] : []),
  decision: () => [],
  launch: (plan, item, random) => [`features: FEAT-${sameTime(plan, "feature", item, random, -0.15)}`],
  prd: (plan, item, random, when) => [...build(plan, item, random), ...parts(plan, item, random, when)],
  feature: (plan, item, random) => [
    ...build(plan, item, random),
    ...(random.chance(0.3) ? [`parent: PRD-${sameTime(plan, "prd", item, random, 0.1)}`] : []),
    ...(random.chance(0.3) ? [`effort: ${random.between(1, 30)}`, `reach: ${random.between(1, 900)}k`] : []),
  ],
};

function build(plan: Plan, item: ItemRef, random: Random): readonly string[] {
  const lines = [links("goals", plan, "goal", item, random)];
  const isReferrer = item.kind === "feature" && item.number <= plan.referrers;
  const kpi = `KPI-${random.between(Math.min(2, plan.counts.kpi), plan.counts.kpi)}`;
  lines.push(isReferrer ? `kpis: [KPI-1, ${kpi}]` : `kpis: ${kpi}`);
  if (random.chance(0.2)) lines.push(links("insights", plan, "insight", item, random));
  if (random.chance(0.15)) lines.push(`audience: AUD-${random.between(1, plan.counts.audience)}`);
  // Only to what comes before: nobody waits in a circle.
  if (item.number > 1 && random.chance(0.3))
    lines.push(`depends-on: ${item.kind === "prd" ? "PRD" : "FEAT"}-${random.between(1, item.number - 1)}`);
  return lines;
}

/** Features that are defined inside a PRD; their numbers follow those of the documents. */
function parts(plan: Plan, { number }: ItemRef, random: Random, { timeframe, status }: Time): readonly string[] {
  if (random.chance(0.4)) return [];
  const lines = ["features:"];
  for (let left = random.between(1, 4); left > 0; left--) {
    const id = plan.counts.feature + number * 4 + left;
    lines.push(`  - id: FEAT-${id}`, `    title: ${titleOf(random, id)}`, `    status: ${status}`);
    if (random.chance(0.5)) lines.push(`    timeframe: ${timeframe}`);
  }
  return lines;
}

/** One or two links: as a value, in brackets, as a block or between commas. What a document works for lands a little later than it. */
function links(field: string, plan: Plan, kind: "goal" | "kpi" | "insight", item: ItemRef, random: Random): string {
  const id = () =>
    random.chance(0.008) ? strayId(kind, random) : idOf({ kind, number: sameTime(plan, kind, item, random, 0.1) });
  const [first, second] = [id(), id()];
  if (random.chance(0.6) || first === second) return `${field}: ${first}`;
  return random.one([
    `${field}: [${first}, ${second}]`,
    `${field}:\n  - ${first}\n  - ${second}`,
    `${field}: ${first}, ${second}`,
  ]);
}

/** The number of a document of another kind that lands about when this one does, moved by a share of all time. */
function sameTime(plan: Plan, kind: Kind, item: ItemRef, random: Random, moved: number): number {
  const place = item.number / plan.counts[item.kind] + moved + (random.next() - 0.5) * 0.1;
  return Math.min(plan.counts[kind], Math.max(1, Math.round(place * plan.counts[kind])));
}
