import { memo } from "../base/memo.ts";
import { say } from "../base/say.ts";
import type { Found } from "../workspace/query.ts";
import { type Branch, type ItemBranch, lazily, nothing, numbersAt, once } from "./branch.ts";
import type { Grouping } from "./grouping.ts";
import type { Shape } from "./kept-plan.ts";
import { type Nest, nest } from "./nest.ts";
import { ends, parentsOf } from "./parts.ts";
import type { Plan } from "./project-plan.ts";
import { measures, type Reach, reachOf } from "./reach.ts";
import { nestedWork } from "./work-nests.ts";

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
      ...visions.map((vision) => new HeadBranch(vision, () => goalsOf(vision), context)),
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

function goalBranch(goal: Found, context: Context): Branch {
  return new HeadBranch(goal, () => context.goals.below(goal), context);
}

/** A vision or a goal: its KPIs, the goals below it, and the work for it. */
class HeadBranch implements ItemBranch {
  readonly type = "item";
  readonly found: Found;
  readonly #goalsBelow: () => readonly Found[];
  readonly #context: Context;
  #goals: readonly Branch[] | undefined;
  #below: readonly Branch[] | undefined;

  constructor(found: Found, goalsBelow: () => readonly Found[], context: Context) {
    this.found = found;
    this.#goalsBelow = goalsBelow;
    this.#context = context;
  }

  /** Kept for as long as it stands there. */
  numbers(): readonly number[] {
    const { items, plan } = this.#context;
    const { number } = this.found;
    let known = items.get(number);
    if (known === undefined) {
      const below = this.#parts().map((goal) => numbersAt(goal).map(plan.now));
      known = plan.once([[this.found], this.#own(), ...below]).map((found) => found.number);
      items.set(number, known);
    }
    return known;
  }

  below(): readonly Branch[] {
    if (this.#below === undefined) {
      const { found } = this;
      const work = this.#isGoal() ? workBranches(this.#context.reach.work(found), found, this.#context) : [];
      this.#below = [...kpiBranches(found, none, this.#context), ...this.#parts(), ...work];
    }
    return this.#below;
  }

  #own(): readonly Found[] {
    const { reach } = this.#context;
    return this.#isGoal() ? reach.below(this.found) : reach.kpisOf([this.found]);
  }

  #parts(): readonly Branch[] {
    return (this.#goals ??= this.#goalsBelow().map((goal) => goalBranch(goal, this.#context)));
  }

  #isGoal(): boolean {
    return this.#context.plan.facts(this.found).base === "goal";
  }
}

const none: ReadonlySet<Found> = new Set();

function workBranches(work: readonly Found[], goal: Found | undefined, context: Context): readonly Branch[] {
  const { roots, below } = nestedWork(context.plan, work, goal?.number);
  const measured = once(() => (goal === undefined ? none : measuredBy(goal, none, context)));
  return roots.map((root) => new WorkBranch(root, measured, below, context));
}

/** A feature with its KPIs and its parts. Made by the thousand, and mostly nobody looks at what is below. */
class WorkBranch implements ItemBranch {
  readonly type = "item";
  readonly found: Found;
  /** What is measured above it. */
  readonly #known: () => ReadonlySet<Found>;
  readonly #parts: Nest["below"];
  readonly #context: Context;
  #below: readonly Branch[] | undefined;

  constructor(found: Found, known: () => ReadonlySet<Found>, parts: Nest["below"], context: Context) {
    this.found = found;
    this.#known = known;
    this.#parts = parts;
    this.#context = context;
  }

  below(): readonly Branch[] {
    return (this.#below ??= this.#branches());
  }

  #branches(): readonly Branch[] {
    const parts = this.#parts(this.found);
    const measured = once(() => measuredBy(this.found, this.#known(), this.#context));
    return [
      ...kpiBranches(this.found, this.#known(), this.#context),
      ...parts.map((part) => new WorkBranch(part, measured, this.#parts, this.#context)),
    ];
  }
}

function measuredBy(found: Found, known: ReadonlySet<Found>, { plan }: Context): ReadonlySet<Found> {
  return new Set([...known, ...measures(found, plan).map(({ to }) => to)]);
}

/** The KPIs that nothing above measures already, guardrails last. */
function kpiBranches(found: Found, known: ReadonlySet<Found>, { plan }: Context): readonly Branch[] {
  return measures(found, plan)
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
      ...workBranches(work, undefined, context),
      ...context.plan.inOrder(kpis).map((found): Branch => ({ type: "item", found, below: nothing })),
    ]),
  };
}
