import { memo } from "../base/memo.ts";
import { say } from "../base/say.ts";
import type { Found } from "../workspace/query.ts";
import { type Branch, type ItemBranch, lazily, nothing, numbersAt } from "./branch.ts";
import type { Plan, Shape } from "./facts.ts";
import type { Grouping } from "./grouping.ts";
import { type Nest, nest } from "./nest.ts";
import { ends, nestParts, parentsOf } from "./parts.ts";
import { measures, type Reach, reachOf } from "./reach.ts";

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
    const { goals, visions, serving, items } = arrangedIn(plan);
    const context: Context = { plan, goals, items, reach: reachOf(plan) };
    const goalsOf = (vision: Found | undefined) => serving.get(vision) ?? [];
    const top: readonly Branch[] = [
      ...visions.map((vision) => visionBranch(vision, goalsOf(vision), context)),
      ...goalsOf(undefined).map((goal) => goalBranch(goal, context)),
    ];
    const rest = unlinkedBranch(context);
    return rest === undefined ? top : [...top, rest];
  },
};

interface Context {
  readonly plan: Plan;
  readonly goals: Nest;
  readonly items: Arranged["items"];
  readonly reach: Reach;
}

/** Goals below goals and visions, in order. */
interface Arranged {
  readonly goals: Nest;
  readonly visions: readonly Found[];
  /** The goals that stand right below a vision, and below none. */
  readonly serving: ReadonlyMap<Found | undefined, readonly Found[]>;
  /** By the number of a vision or goal, the numbers of all that stands below it, as far as somebody asked. */
  readonly items: Map<number, readonly number[]>;
}

/** Features are typed far more often than goals: while goals, visions, links and the day are the same, so is this. */
function arrangedIn(plan: Plan): Arranged {
  const of = [plan.of("goal"), plan.of("vision"), plan.query.today];
  const known = arrangements(plan.shape).get(plan.order);
  if (known?.of.every((one, at) => one === of[at])) return known.arranged;
  const goals = nest(plan.inOrder(plan.of("goal")), (goal) => parentsOf(plan, goal)[0]);
  const visions = plan.inOrder(plan.of("vision"));
  const arranged: Arranged = { goals, visions, serving: servingIn(plan, goals, visions), items: new Map() };
  arrangements(plan.shape).set(plan.order, { of, arranged });
  return arranged;
}

const arrangements = memo(
  (_: Shape) => new Map<string, { readonly of: readonly unknown[]; readonly arranged: Arranged }>(),
);

function servingIn(plan: Plan, goals: Nest, visions: readonly Found[]): Arranged["serving"] {
  const known = new Set(visions);
  const serving = new Map<Found | undefined, Found[]>();
  for (const goal of goals.roots) {
    const vision = ends(plan, goal, "vision").find((one) => known.has(one));
    const beside = serving.get(vision);
    if (beside === undefined) serving.set(vision, [goal]);
    else beside.push(goal);
  }
  return serving;
}

/** What stands below a vision or goal, kept by number for as long as it stands there. */
function below({ number }: Found, { plan, items }: Context, find: () => Iterable<readonly Found[]>) {
  return {
    numbers: (): readonly number[] => {
      let known = items.get(number);
      if (known === undefined) items.set(number, (known = plan.once(find()).map((found) => found.number)));
      return known;
    },
  };
}

function visionBranch(vision: Found, goals: readonly Found[], context: Context): Branch {
  const itemsAt = (branch: Branch) => numbersAt(branch).map(context.plan.now);
  const branches = lazily(() => goals.map((goal) => goalBranch(goal, context)));
  return {
    type: "item",
    found: vision,
    ...below(vision, context, () => [context.reach.kpisOf([vision]), ...branches().map(itemsAt)]),
    below: lazily(() => [...kpiBranches(vision, [], context), ...branches()]),
  };
}

function goalBranch(goal: Found, context: Context): Branch {
  const { reach } = context;
  const itemsAt = (branch: Branch) => numbersAt(branch).map(context.plan.now);
  const parts = lazily(() => context.goals.below(goal).map((part) => goalBranch(part, context)));
  return {
    type: "item",
    found: goal,
    ...below(goal, context, () => [reach.below(goal), ...parts().map(itemsAt)]),
    below: lazily(() => [
      ...kpiBranches(goal, [], context),
      ...parts(),
      ...workBranches(reach.work(goal), [goal], context),
    ]),
  };
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
  const known = new Set(above.flatMap((one) => measures(one, context.plan).map(({ to }) => to)));
  return measures(found, context.plan)
    .filter(({ to }) => !known.has(to))
    .map((edge): Branch => ({ type: "item", found: edge.to, edge, below: nothing }));
}

function unlinkedBranch(context: Context): Branch | undefined {
  const { work, kpis, below } = context.reach.unlinked();
  if (work.length + kpis.length === 0) return undefined;
  return {
    type: "group",
    key: "not-linked",
    title: say`Not linked to a goal`,
    icon: "question",
    numbers: () => below,
    below: lazily(() => [
      ...workBranches(work, [], context),
      ...context.plan.inOrder(kpis).map((found): Branch => ({ type: "item", found, below: nothing })),
    ]),
  };
}
