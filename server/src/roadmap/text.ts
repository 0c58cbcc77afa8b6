import { say } from "../base/say.ts";
import { padTo, widthOf } from "../base/width.ts";
import { healthWord } from "../model/health.ts";
import { type Phase, showStatus } from "../model/phase.ts";
import { showTimeframe } from "../model/show-timeframe.ts";
import { statusOf } from "../workspace/plan.ts";
import type { Query } from "../workspace/query.ts";
import type { ItemBranch } from "./branch.ts";
import { countsIn, countWords, overWords, problemWords } from "./counts.ts";
import { healthWords, isSaidAbove, progressWords, rollUp, shownHealth } from "./item-words.ts";
import { kpiValues, valueWords } from "./kpi-values.ts";
import { type ProblemMarks, type ProblemsOf, problemMarks } from "./problem-marks.ts";
import { numbersIn, type RoadmapTree, type RoadmapView, type Row, roadmapTree } from "./tree.ts";

/** How a terminal paints words; everything stays as it is without. */
export interface TextPaint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
}

/**
 * The roadmap for a terminal: a sign for the phase, what stands below something indented, columns below each other. Empty
 * for an empty plan.
 */
export function roadmapText(
  query: Query,
  view: RoadmapView,
  problemsOf?: ProblemsOf,
  paint: TextPaint = plain,
): string {
  const tree = roadmapTree(query, view, "", problemsOf);
  const lines = linesOf(tree.top, 0, tree, problemMarks(tree.plan, problemsOf));
  const widths = [0, 1, 2, 3].map((column) =>
    Math.min(widest, Math.max(0, ...lines.map(({ cells }) => widthOf(cells[column] ?? "")))),
  );
  const text = lines.map((line) => print(line, widths, paint));
  // A heading stands free from what is above it.
  return text.map((line, at) => (at > 0 && lines[at]!.isHeading ? `\n${line}` : line)).join("\n");
}

/** A longer title makes its own line longer, not all of them. */
const widest = 60;

const same = (text: string) => text;
const plain: TextPaint = { bold: same, dim: same, red: same, yellow: same, green: same };

interface Line {
  readonly isHeading: boolean;
  readonly isFaint: boolean;
  /** Title, status, time, owner; a heading has only its title, a KPI its figures instead of status and time. */
  readonly cells: readonly string[];
  readonly health: keyof TextPaint | undefined;
  /** Behind the columns. */
  readonly rest: string;
  /** "2 problems". */
  readonly wrong: string;
}

function linesOf(rows: readonly Row[], depth: number, tree: RoadmapTree, marks: ProblemMarks): Line[] {
  return rows.flatMap((row) => {
    const line = lineOf(row, depth, tree, marks);
    return row.type === "done" ? [line] : [line, ...linesOf(row.children(), depth + 1, tree, marks)];
  });
}

function lineOf(row: Row, depth: number, tree: RoadmapTree, marks: ProblemMarks): Line {
  const { plan } = tree;
  const indent = "  ".repeat(depth);
  const isHeading = depth === 0;
  if (row.type === "done") {
    const over = overWords(countsIn(plan, numbersIn(row)));
    return {
      isHeading,
      isFaint: true,
      cells: [`${indent}${signs.done} ${over}`],
      health: undefined,
      rest: "",
      wrong: "",
    };
  }
  const { branch } = row;
  if (branch.type === "group") {
    const rest = countWords(countsIn(plan, numbersIn(row)), branch.says).join(" · ");
    return { isHeading, isFaint: false, cells: [`${indent}${branch.title}`], health: undefined, rest, wrong: "" };
  }
  const wrong = problemWords(marks.count(branch.found)).join("");
  return { ...itemLine(branch, row, indent, tree), wrong };
}

function itemLine(branch: ItemBranch, row: Row, indent: string, { plan, grouping }: RoadmapTree): Omit<Line, "wrong"> {
  const { found, edge } = branch;
  const { base, phase, timeframe, owner } = plan.facts(found);
  const { health } = shownHealth(branch, plan.query);
  const title = `${indent}${base === "kpi" ? "◇" : signs[phase]} ${found.item.title}`;
  const words = healthWords(branch, plan);
  const said = words.length === 0 && health !== "unknown" ? [healthWord(health)] : words;
  const isHeading = row.parent === undefined;
  const color = health === "unknown" ? undefined : paints[health];
  const isFaint = phase === "done" || phase === "dropped";
  if (base === "kpi") {
    const isGuardrail = edge?.name === "guardrails";
    const figures = valueWords(kpiValues(found, edge), isGuardrail);
    const rest = [isGuardrail ? say`guardrail ${figures}` : figures, ...said].join(" · ");
    return { isHeading, isFaint, cells: [title], health: color, rest };
  }
  const status = statusOf(found);
  const time = timeframe === undefined ? "" : String(showTimeframe(timeframe));
  const more = base === "vision" || base === "goal" ? rollUp(branch, plan) : progressWords(branch, plan);
  return {
    isHeading,
    isFaint,
    cells: [
      title,
      status === undefined ? phase : showStatus(status),
      isSaidAbove(time, row) ? "" : time,
      grouping.field === "owner" ? "" : (owner?.short ?? ""),
    ],
    health: color,
    rest: [...said, ...more].join(" · "),
  };
}

const signs: Readonly<Record<Phase, string>> = { draft: "○", active: "●", done: "✓", dropped: "✗" };
const paints = { "on-track": "green", "at-risk": "yellow", "off-track": "red" } as const;

function print(
  { cells, rest, health, wrong, isHeading, isFaint }: Line,
  widths: readonly number[],
  paint: TextPaint,
): string {
  const isWhole = cells.length > 1;
  const shown = isWhole ? widths : widths.slice(0, 1);
  const padded = shown.map((width, column) => padTo(cells[column] ?? "", width));
  const [first = "", ...others] = padded.filter((_, column) => widths[column]! > 0);
  const title = isHeading ? paint.bold(first.trimEnd()) + first.slice(first.trimEnd().length) : first;
  const before = [title, ...others].join("  ");
  const behind = health === undefined || rest === "" ? rest : paint[health](rest);
  const line = rest === "" ? before.trimEnd() : `${before}  ${behind}`;
  const whole = wrong === "" ? line : `${line}  ${paint.yellow(wrong)}`;
  return isFaint && !isHeading ? paint.dim(whole) : whole;
}
