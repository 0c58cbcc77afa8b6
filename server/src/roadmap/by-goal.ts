import type { Edge, Found } from "../workspace/query.ts";
import { type Branch, type ItemBranch, lazily } from "./branch.ts";
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
  title: "Goal",
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
    const context: Context = { plan, goals, workOf };
    const loose = goals.roots.filter((goal) => !served.has(goal));
    const top: Branch[] = [
      ...visions.map((vision) =>
        visionBranch(
          vision,
          goals.roots.filter((goal) => served.get(goal) === vision),
          context,
        ),
      ),
      ...loose.map((goal) => goalBranch(goal, context)),
    ];
    const rest = unlinked(context);
    if (rest.length > 0) {
      top.push({
        type: "group",
        key: "not-linked",
        title: "Not linked to a goal",
        icon: "question",
        below: lazily(() => rest),
      });
    }
    return top;
  },
};

interface Context {
  readonly plan: Plan;
  readonly goals: Nest;
  /** Features and documents that name a goal, their own or that of what is around them. */
  readonly workOf: ReadonlyMap<Found, readonly Found[]>;
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
  return {
    type: "item",
    found: vision,
    below: lazily(() => [...kpiBranches(vision, [], context), ...goals.map((goal) => goalBranch(goal, context))]),
  };
}

function goalBranch(goal: Found, context: Context): Branch {
  return {
    type: "item",
    found: goal,
    below: lazily(() => [
      ...kpiBranches(goal, [], context),
      ...context.goals.below(goal).map((part) => goalBranch(part, context)),
      ...workBranches(withParts(context.workOf.get(goal) ?? [], context.plan), [goal], context),
    ]),
  };
}

/** Features in order; a part that has other goals than what it is a part of stands there all the same. */
function withParts(work: readonly Found[], plan: Plan): readonly Found[] {
  const all = new Set(work);
  for (const found of all) {
    for (const { name, from } of plan.edges.incoming(found))
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
function kpiBranches(found: Found, above: readonly Found[], { plan }: Context): readonly Branch[] {
  const known = new Set(above.flatMap((one) => measures(plan, one).map(({ to }) => to)));
  return measures(plan, found)
    .filter(({ to }) => !known.has(to))
    .map((edge): Branch => ({ type: "item", found: edge.to, edge, below: () => [] }));
}

/** Links to KPIs; one that is both a KPI and a guardrail counts as a KPI. */
function measures(plan: Plan, found: Found): readonly Edge[] {
  const edges = plan.edges.outgoing(found).filter(({ to }) => plan.has(to) && plan.facts(to).base === "kpi");
  const kpis = edges.filter(({ name }) => name === "kpis");
  const known = new Set(kpis.map(({ to }) => to));
  return [...kpis, ...edges.filter(({ name, to }) => name === "guardrails" && !known.has(to))];
}

/** Features that reach no goal, with their parts, and KPIs that measure nothing of all this. */
function unlinked(context: Context): readonly Branch[] {
  const { plan, workOf } = context;
  const linked = new Set([...workOf.values()].flatMap((work) => withParts(work, plan)));
  const measured = new Set<Found>();
  for (const found of plan.items) {
    const { base } = plan.facts(found);
    if (base === "vision" || base === "goal" || isWork(plan, found)) {
      for (const { to } of measures(plan, found)) measured.add(to);
    }
  }
  const work = plan.items.filter((found) => isWork(plan, found) && !linked.has(found));
  const kpis = plan.items.filter((found) => plan.facts(found).base === "kpi" && !measured.has(found));
  return [
    ...workBranches(work, [], context),
    ...kpis.sort(plan.compare).map((found): Branch => ({ type: "item", found, below: () => [] })),
  ];
}
