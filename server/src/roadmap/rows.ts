import { atOnce } from "../base/at-once.ts";
import { listed, say, type Words } from "../base/say.ts";
import type {
  ProtocolLocation,
  RoadmapChildren,
  RoadmapChildrenParams,
  RoadmapRow,
  RoadmapRowParams,
} from "../protocol.ts";
import { addressesOf } from "../workspace/addresses.ts";
import { textOf } from "../workspace/plan.ts";
import type { Found, Query } from "../workspace/query.ts";
import { askAhead } from "./ask-ahead.ts";
import { isLeaf, numbersAt } from "./branch.ts";
import { itemCard } from "./card.ts";
import { countsIn, countWords, overWords, problemWords } from "./counts.ts";
import { itemDescription, itemSpoken, shownHealth } from "./item-words.ts";
import { colorOf, iconOf } from "./look.ts";
import { plainMarkdown } from "./markdown.ts";
import { type ProblemMarks, type ProblemsOf, problemMarks } from "./problem-marks.ts";
import { rowsTo } from "./reveal.ts";
import { type BranchRow, numbersIn, type RoadmapTree, type RoadmapView, type Row, roadmapTree } from "./tree.ts";

/** What the rows need to know beyond the plan. */
export interface RowSources {
  /** Where an item is defined. */
  readonly locate: (found: Found) => ProtocolLocation | undefined;
  /** The problems of a file; none where nobody asks. */
  readonly problemsOf?: ProblemsOf;
  /** Tells the ids of one project from those of another. */
  readonly scope?: string;
  /** In the language of the person; English unless given. */
  readonly tell?: (words: Words) => string;
}

/** The rows below a row, or the groups. */
export function roadmapChildren(query: Query, params: RoadmapChildrenParams, sources: RowSources): RoadmapChildren {
  return atOnce(roadmapChildrenInSteps(query, params, sources));
}

/** The same in small steps: nobody may have asked yet what they say. */
export function* roadmapChildrenInSteps(
  query: Query,
  params: RoadmapChildrenParams,
  sources: RowSources,
): Generator<void, RoadmapChildren> {
  yield* askAhead(query, params, sources.problemsOf);
  // What a filter leaves is taken from what is there without one.
  roadmapTree(query, { ...params, filter: "" }, sources.scope, sources.problemsOf);
  yield;
  const tree = roadmapTree(query, params, sources.scope, sources.problemsOf);
  yield;
  const rows = params.row === undefined ? tree.top : (tree.row(params.row)?.children() ?? []);
  const marks = problemMarks(tree.plan, sources.problemsOf);
  const shown: RoadmapRow[] = [];
  for (const row of rows) {
    yield;
    shown.push(shownRow(row, tree, sources, marks));
  }
  return { rows: shown, total: tree.total, shown: tree.shown };
}

/** Markdown for the pointer that rests on a row; empty for a heading, which says all in its row. */
export function roadmapTooltip(query: Query, params: RoadmapRowParams, sources: RowSources): string {
  const tree = roadmapTree(query, params, sources.scope, sources.problemsOf);
  const branch = tree.branch(params.row);
  if (branch?.type !== "item") return "";
  const marks = problemMarks(tree.plan, sources.problemsOf);
  const { found, edge } = branch;
  const below = numbersAt(branch)
    .map(tree.plan.now)
    .filter((item) => item !== found);
  const { tell = String } = sources;
  const more = [plainMarkdown(textOf(found, "summary") ?? ""), listed(problemWords(marks.count(found)))];
  return itemCard({ query, found, edge, below, tell }, more.map(tell));
}

/** The row of an item, after the rows around it from the top; empty where it has none. */
export function roadmapReveal(
  query: Query,
  view: RoadmapView,
  found: Found,
  sources: RowSources,
): readonly RoadmapRow[] {
  const tree = roadmapTree(query, view, sources.scope, sources.problemsOf);
  return shownRows(rowsTo(tree, found), tree, sources);
}

/** Rows as an editor shows them. */
export function shownRows(rows: readonly Row[], tree: RoadmapTree, sources: RowSources): readonly RoadmapRow[] {
  const marks = problemMarks(tree.plan, sources.problemsOf);
  return rows.map((row) => shownRow(row, tree, sources, marks));
}

function shownRow(row: Row, tree: RoadmapTree, sources: RowSources, marks: ProblemMarks): RoadmapRow {
  const { plan } = tree;
  const { id } = row;
  const { tell = String } = sources;
  const worst = marks.worst(numbersIn(row));
  const mark = worst === undefined ? {} : { worst };
  if (row.type === "done") {
    const over = overWords(countsIn(plan, numbersIn(row)));
    return {
      id,
      label: tell(over),
      description: "",
      spoken: tell(say`${over}, folded`),
      type: "done",
      icon: "check-all",
      children: tree.isFiltered ? "expanded" : "collapsed",
      ...mark,
    };
  }
  const { branch } = row;
  const children = isLeaf(branch) ? "none" : expansion(row, tree);
  if (branch.type === "group") {
    const words = countWords(countsIn(plan, numbersIn(row)), branch.says).map(tell);
    const label = tell(branch.title);
    return {
      id,
      label,
      description: words.join(" · "),
      spoken: [label, ...words].join(", "),
      type: "group",
      icon: branch.icon,
      ...(branch.color === undefined ? {} : { color: branch.color }),
      children,
      ...mark,
    };
  }
  const { found } = branch;
  const { base, phase } = plan.facts(found);
  const { health } = shownHealth(branch, plan.query);
  const color = colorOf(health);
  const problems = marks.count(found);
  const location = sources.locate(found);
  return {
    id,
    label: found.item.title,
    description: itemDescription(branch, row, tree).map(tell).join(" · "),
    spoken: itemSpoken(branch, plan, problems).map(tell).join(", "),
    type: "item",
    icon: iconOf(base, phase, health),
    ...(color === undefined ? {} : { color }),
    children,
    kind: found.item.kind,
    item: found.item.key,
    ...(location === undefined ? {} : { location }),
    ...(addressesOf(found, plan.query.config).length === 0 ? {} : { addressed: true }),
    ...mark,
    ...(problems === 0 ? {} : { problems }),
  };
}

/** What a screen has room for stands open: a few headings, visions and goals with little below. What a filter hit always does. */
function expansion(row: BranchRow, { plan, isFiltered }: RoadmapTree): RoadmapRow["children"] {
  if (isFiltered) return "expanded";
  const { branch, siblings } = row;
  if (siblings > manyHeadings) return "collapsed";
  const isHeading = branch.type === "group" ? branch.isOver !== true : headings.has(plan.facts(branch.found).base);
  if (!isHeading) return "collapsed";
  const isVision = branch.type === "item" && plan.facts(branch.found).base === "vision";
  return isVision || numbersAt(branch).length <= manyItems ? "expanded" : "collapsed";
}

const headings = new Set(["vision", "goal"]);
const manyHeadings = 12;
const manyItems = 40;
