import { writeDay } from "../../base/day.ts";
import type { Words } from "../../base/say.ts";
import type { Found } from "../../workspace/query.ts";
import { shownHealth } from "../item-words.ts";
import type { Plan } from "../project-plan.ts";
import type { RoadmapTree } from "../tree.ts";
import { type Drawing, mermaidText, mostLetters } from "./mermaid.ts";
import { type RoadmapSection, roadmapSections } from "./roadmap-sections.ts";

/** A roadmap as a Gantt chart; a plan without any dates, which says now, next and later, as a timeline. */
export function roadmapMermaid(tree: RoadmapTree): Drawing {
  const sections = roadmapSections(tree);
  const isDated = sections.some(({ items }) => items.some(({ found }) => taskOf(found, tree.plan) !== undefined));
  return isDated ? gantt(sections, tree.plan) : timeline(sections);
}

function gantt(sections: readonly RoadmapSection[], plan: Plan): Drawing {
  const lines = ["gantt", "    dateFormat YYYY-MM-DD", "    axisFormat %b %Y"];
  const undated = new Set<Found>();
  const drawn = fill(lines, sections, ({ heading, items }) => {
    const tasks = items.flatMap(({ found }) => {
      const task = taskOf(found, plan);
      if (task === undefined) undated.add(found);
      return task === undefined ? [] : [task];
    });
    return tasks.length === 0
      ? []
      : [...(heading === undefined ? [] : [`    section ${headingText(heading)}`]), ...tasks];
  });
  const left = undated.size === 0 ? [] : [`${count(undated.size, "item")} without a date`];
  return { text: text(lines), left: notDrawn(left, drawn) };
}

function notDrawn(left: readonly string[], drawn: boolean): string | undefined {
  const all = drawn ? left : [...left, "what there is no room for"];
  return all.length === 0 ? undefined : `Not drawn: ${all.join(", ")}.`;
}

/** Days on the calendar, one day alone as a milestone; the end of a bar is the day after. */
function taskOf(found: Found, plan: Plan): string | undefined {
  const { timeframe, phase, isLate, base } = plan.facts(found);
  if (timeframe?.kind !== "interval" || base === "kpi") return undefined;
  const { health } = shownHealth({ found }, plan.query);
  const tags = [
    ...(isLate || health === "off-track" ? ["crit"] : []),
    ...(phase === "done" ? ["done"] : phase === "active" ? ["active"] : []),
    ...(timeframe.start === timeframe.end ? ["milestone"] : []),
  ];
  const days = [writeDay(timeframe.start), timeframe.start === timeframe.end ? "1d" : writeDay(timeframe.end + 1)];
  return `    ${mermaidText(found.item.title) || "…"} :${[...tags, ...days].join(", ")}`;
}

function timeline(sections: readonly RoadmapSection[]): Drawing {
  const lines = ["timeline"];
  // Parts stand in the tables: here there is room for what they are parts of.
  const parts = new Set(
    sections.flatMap(({ items }) => items.flatMap(({ found, depth }) => (depth > 0 ? [found] : []))),
  );
  const drawn = fill(lines, sections, ({ heading, items }) => {
    const names = items.filter(({ depth }) => depth === 0).map(({ found }) => mermaidText(found.item.title) || "…");
    const first = heading === undefined ? "…" : headingText(heading);
    return names.length === 0
      ? []
      : names.map((name, at) => (at === 0 ? `    ${first} : ${name}` : `        : ${name}`));
  });
  return { text: text(lines), left: notDrawn(parts.size === 0 ? [] : [count(parts.size, "part")], drawn) };
}

/** Adds lines for as long as there is room; false where there was not enough. */
function fill(
  lines: string[],
  sections: readonly RoadmapSection[],
  write: (section: RoadmapSection) => readonly string[],
): boolean {
  let letters = lines.reduce((sum, line) => sum + line.length + 1, 0);
  for (const section of sections) {
    for (const line of write(section)) {
      letters += line.length + 1;
      if (letters > mostLetters) return false;
      lines.push(line);
    }
  }
  return true;
}

function headingText(heading: Words | Found): string {
  const text = typeof heading === "string" || !("item" in heading) ? String(heading) : heading.item.title;
  return mermaidText(text) || "…";
}

function text(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
