import { say } from "../base/say.ts";
import type { Edge, Found } from "../workspace/query.ts";
import { type Branch, type ItemBranch, itemsAt, lazily, nothing, once } from "./branch.ts";
import type { Plan } from "./facts.ts";
import type { Grouping } from "./grouping.ts";
import { type Nest, nest } from "./nest.ts";
import { ends, nestParts, parentsOf } from "./parts.ts";

/**
 * Vision, goals, features, KPIs: why everything is done. A feature stands under each of its goals, a part below what it is a
 * part of, a KPI under the goal, and under a feature only where the goal does not have it.
 */
export const byGoal: Grouping = {
  id: "goal",
  title: say`Goal`,
  field: undefined,
  shows: ["vision", "goal", "feature", "prd", "kpi"],
  top(plan) {
    const goals = nest(
      plan.items.filter((found) => plan.facts(found).base === "goal").sort(plan.compare),
      (goal) => parentsOf(plan, goal)[0],
    );
    const visions = plan.items.filter((found) => plan.facts(found).base === "vision").sort(plan.compare);
    const served = servedBy(plan, goals, visions);
    const workOf = workByGoal(plan);
    const context: Context = { plan, goals, workOf, measured: new Map() };
    const loose = goals.roots.filter((goal) => !served.has(goal));
    const top: readonly Branch[] = [
      ...visions.map((vision) =>
        visionBranch(
          vision,
          goals.roots.filter((goal) => served.get(goal) === vision),
          context,
        ),
      ),
      ...loose.map((goal) => goalBranch(goal, context)),
    ];
    const rest = unlinkedBranch(context);
    return rest === undefined ? top : [...top, rest];
  },
};

interface Context {
  readonly plan: Plan;
  readonly goals: Nest;
  /** Features and documents that name a goal, their own or that of what is around them. */
  readonly workOf: ReadonlyMap<Found, readonly Found[]>;
  /** Links to KPIs that were asked for already. */
  readonly measured: Map<Found, readonly Edge[]>;
}

function servedBy(plan: Plan, goals: Nest, visions: readonly Found[]): ReadonlyMap<Found, Found> {
  const known = new Set(visions);
  const served = new Map<Found, Found>();
  for (const goal of goals.roots) {
    const vision = ends(plan, goal, "vision").find((one) => known.has(one));
    if (vision !== undefined) served.set(goal, vision);
  }
  return served;
}

function workByGoal(plan: Plan): ReadonlyMap<Found, readonly Found[]> {
  const work = new Map<Found, Found[]>();
  for (const found of plan.items) {
    if (!isWork(plan, found)) continue;
    for (const goal of ends(plan, found, "goals")) {
      if (plan.facts(goal).base !== "goal") continue;
      if (work.has(goal)) work.get(goal)!.push(found);
      else work.set(goal, [found]);
    }
  }
  return work;
}

function isWork(plan: Plan, found: Found): boolean {
  const { base } = plan.facts(found);
  return base === "feature" || base === "prd";
}

function visionBranch(vision: Found, goals: readonly Found[], context: Context): Branch {
  const branches = lazily(() => goals.map((goal) => goalBranch(goal, context)));
  return {
    type: "item",
    found: vision,
    items: () => [...kpisOf([vision], context), ...branches().flatMap((branch) => [...itemsAt(branch)])],
    below: lazily(() => [...kpiBranches(vision, [], context), ...branches()]),
  };
}

function goalBranch(goal: Found, context: Context): Branch {
  const { plan } = context;
  const work = once(() => withParts(context.workOf.get(goal) ?? [], plan));
  const parts = lazily(() => context.goals.below(goal).map((part) => goalBranch(part, context)));
  return {
    type: "item",
    found: goal,
    items: () => [
      ...kpisOf([goal], context),
      ...parts().flatMap((part) => [...itemsAt(part)]),
      ...work(),
      ...kpisOf(work(), context),
    ],
    below: lazily(() => [...kpiBranches(goal, [], context), ...parts(), ...workBranches(work(), [goal], context)]),
  };
}

/** Features in order; a part that has other goals than what it is a part of stands there all the same. */
function withParts(work: readonly Found[], plan: Plan): readonly Found[] {
  const all = new Set(work);
  for (const found of all) {
    for (const { name, from } of plan.query.incoming(found))
      if (name === "parent" && plan.has(from) && isWork(plan, from)) all.add(from);
  }
  return [...all];
}

function workBranches(work: readonly Found[], around: readonly Found[], context: Context): readonly Branch[] {
  const { roots, below } = nestParts(context.plan, work);
  const branch = (found: Found, above: readonly Found[]): ItemBranch => ({
    type: "item",
    found,
    below: lazily(() => [
      ...kpiBranches(found, above, context),
      ...below(found).map((part) => branch(part, [...above, found])),
    ]),
  });
  return roots.map((root) => branch(root, around));
}

/** The KPIs that nothing above measures already, guardrails last. */
function kpiBranches(found: Found, above: readonly Found[], context: Context): readonly Branch[] {
  const known = new Set(above.flatMap((one) => measures(one, context).map(({ to }) => to)));
  return measures(found, context)
    .filter(({ to }) => !known.has(to))
    .map((edge): Branch => ({ type: "item", found: edge.to, edge, below: nothing }));
}

/** Links to KPIs; one that is both a KPI and a guardrail counts as a KPI. */
function measures(found: Found, { plan, measured }: Context): readonly Edge[] {
  let known = measured.get(found);
  if (known === undefined) {
    const isKpi = ({ to }: Edge) => plan.has(to) && plan.facts(to).base === "kpi";
    const edges = plan.query.outgoing(found);
    const kpis = edges.filter((edge) => edge.name === "kpis" && isKpi(edge));
    const isNew = ({ to }: Edge) => !kpis.some((edge) => edge.to === to);
    known = [...kpis, ...edges.filter((edge) => edge.name === "guardrails" && isKpi(edge) && isNew(edge))];
    measured.set(found, known);
  }
  return known;
}

function kpisOf(items: readonly Found[], context: Context): readonly Found[] {
  return items.flatMap((item) => measures(item, context).map(({ to }) => to));
}

/** Features that reach no goal, with their parts, and KPIs that measure nothing of all this. */
function unlinkedBranch(context: Context): Branch | undefined {
  const { plan, workOf } = context;
  const linked = new Set([...workOf.values()].flatMap((work) => withParts(work, plan)));
  const measured = new Set<Found>();
  for (const found of plan.items) {
    const { base } = plan.facts(found);
    if (base !== "vision" && base !== "goal" && !isWork(plan, found)) continue;
    for (const { to } of measures(found, context)) measured.add(to);
  }
  const work = plan.items.filter((found) => isWork(plan, found) && !linked.has(found));
  const kpis = plan.items.filter((found) => plan.facts(found).base === "kpi" && !measured.has(found));
  if (work.length + kpis.length === 0) return undefined;
  return {
    type: "group",
    key: "not-linked",
    title: say`Not linked to a goal`,
    icon: "question",
    items: () => [...work, ...kpisOf(work, context), ...kpis],
    below: lazily(() => [
      ...workBranches(work, [], context),
      ...kpis.sort(plan.compare).map((found): Branch => ({ type: "item", found, below: nothing })),
    ]),
  };
}
