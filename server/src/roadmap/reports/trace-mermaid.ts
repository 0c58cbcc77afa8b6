import type { Found } from "../../workspace/query.ts";
import type { Trace, TracedItem } from "../trace.ts";
import { type Drawing, mermaidText, mostEdges, mostLetters } from "./mermaid.ts";

/** The trace as a flow from goals over features to KPIs; a dotted line leads to a guardrail, a dashed box lacks something. */
export function traceMermaid({ goals, loose, unused }: Trace): Drawing {
  const names = new Map<Found, string>();
  const lines = ["flowchart LR"];
  const gaps: string[] = [];
  let edges = 0;
  let isFull = false;
  let letters = lines[0]!.length;
  const add = (line: string): void => {
    letters += line.length + 5;
    if (letters > mostLetters) isFull = true;
    else lines.push(`    ${line}`);
  };
  const box = (found: Found, letter: string, [left, right]: readonly [string, string]): string => {
    let name = names.get(found);
    if (name === undefined) {
      names.set(found, (name = `${letter}${names.size + 1}`));
      add(`${name}${left}"${mermaidText(found.item.title) || "…"}"${right}`);
    }
    return name;
  };
  const join = (from: string, line: string, to: string): void => {
    edges++;
    if (edges > mostEdges) isFull = true;
    else add(`${from} ${line} ${to}`);
  };
  const measure = ({ found, kpis, guardrails, holes }: TracedItem, name: string, without: ReadonlySet<Found>): void => {
    for (const kpi of kpis) if (!without.has(kpi)) join(name, "---", box(kpi, "k", ["([", "])"]));
    for (const kpi of guardrails) if (!without.has(kpi)) join(name, "-.-", box(kpi, "k", ["([", "])"]));
    if (holes.length > 0 && names.has(found)) gaps.push(name);
  };
  for (const goal of goals) {
    const name = box(goal.found, "g", ["[", "]"]);
    for (const item of goal.work) {
      const isKnown = names.has(item.found);
      const feature = box(item.found, "f", ["(", ")"]);
      // A part hangs on what it is a part of, which stands in front of it.
      join(name, "---", feature);
      if (!isKnown) measure(item, feature, new Set());
    }
    measure(goal, name, new Set(goal.work.flatMap(({ kpis, guardrails }) => [...kpis, ...guardrails])));
  }
  for (const item of loose) measure(item, box(item.found, "f", ["(", ")"]), new Set());
  for (const item of unused) measure(item, box(item.found, "k", ["([", "])"]), new Set());
  if (gaps.length > 0) {
    add("classDef gap stroke-dasharray: 4 4");
    add(`class ${[...new Set(gaps)].join(",")} gap`);
  }
  return { text: `${lines.join("\n")}\n`, left: isFull ? "Not drawn: what there is no room for." : undefined };
}
