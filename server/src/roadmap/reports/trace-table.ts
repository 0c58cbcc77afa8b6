import { listed, plural, say, type Words } from "../../base/say.ts";
import type { Found } from "../../workspace/query.ts";
import { holeWords, type Trace, type TracedItem } from "../trace.ts";
import { type Cell, type Column, columnTitle, type Table, type TableRow } from "./table.ts";

/** Goals, the features that work for them and the KPIs of both, and what is missing in between. */
export function traceTable(trace: Trace): Table {
  const rows = [
    ...trace.goals.flatMap((goal) => [
      row(goal, name(goal), [], false),
      ...goal.work.map((item) => row(item, name(goal), name(item), true)),
    ]),
    ...trace.loose.map((item) => row(item, [], name(item), false)),
    ...trace.unused.map((item): TableRow => ({ depth: 0, cells: [[], [], name(item), missing(item)] })),
  ];
  const sections = rows.length === 0 ? [] : [{ rows }];
  return { columns, sections, indents: 1, closing: closing(trace), empty: say`There is nothing to trace.` };
}

const columns: readonly Column[] = ["goal", "feature", "kpis", "missing"].map((column) => ({
  name: column,
  title: columnTitle(column),
  isOptional: column === "missing",
}));

function row(item: TracedItem, goal: Cell, feature: Cell, repeats: boolean): TableRow {
  // Goals below goals stand below each other in their own column, which needs no sign for it.
  return {
    depth: feature.length === 0 ? 0 : item.depth,
    cells: [goal, feature, measured(item), missing(item)],
    repeats,
  };
}

function name({ found }: TracedItem): Cell {
  return [{ text: found.item.title, to: found }];
}

/** A part that has the KPIs of its whole stands right below that: people need not read them again. */
function measured({ kpis, guardrails, taken, depth }: TracedItem): Cell {
  const part = (to: Found) => ({ text: to.item.title, to, ...(depth > 0 && taken.includes(to) && { repeats: true }) });
  return [...kpis.map(part), ...guardrails.map((to) => ({ ...part(to), note: say`guardrail` }))];
}

function missing({ holes }: TracedItem): Cell {
  return holes.map((hole) => ({ text: holeWords(hole) }));
}

function closing({ goals, loose, kpis, unused, holes }: Trace): Words {
  const features = new Set([...goals.flatMap(({ work }) => work), ...loose].map(({ found }) => found)).size;
  return listed([
    plural(goals.length, "{0} goal", "{0} goals"),
    plural(features, "{0} feature", "{0} features"),
    plural(kpis.length + unused.length, "{0} KPI", "{0} KPIs"),
    holes === 0 ? say`nothing is missing` : plural(holes, "{0} gap", "{0} gaps"),
  ]);
}
