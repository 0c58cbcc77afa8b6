import type { RoadmapRow } from "../server/src/protocol.ts";
import { roadmapChildren } from "../server/src/roadmap/rows.ts";
import type { Engine } from "../server/src/rules/engine.ts";
import { engineOver } from "./check.ts";
import { checkText, dedent } from "./fixture.ts";

export interface DrawOptions {
  readonly by?: string;
  readonly filter?: string;
  readonly sort?: string;
  readonly showDone?: boolean;
  readonly today?: string;
  /** Also what the rows are called, and what a screen reader says. */
  readonly more?: boolean;
  /** Rows carry the marks of their problems; without, a drawing says nothing about what the rules say. */
  readonly problems?: boolean;
}

/**
 * The roadmap as text, everything opened: `v` stands open at first, `>` is closed; then the icon with its colour, the
 * label, the description, and the worst problem with the number of the item's own.
 */
export function drawRoadmap(engine: Engine, options: DrawOptions = {}): string {
  const lines: string[] = [];
  for (const row of openRows(engine, options)) lines.push(draw(row.row, row.depth, options.more === true));
  return lines.map((line) => `${line}\n`).join("");
}

/** Every row from the top, each with how deep it stands. */
export function openRows(
  engine: Engine,
  { by = "goal", filter, sort, showDone, problems }: DrawOptions = {},
): readonly { readonly row: RoadmapRow; readonly depth: number }[] {
  const project = engine.workspace.projects()[0]!;
  const sources = {
    locate: () => undefined,
    ...(problems === true && { problemsOf: (path: string) => engine.problems(project.uriOf(path)) }),
  };
  const open = (row: string | undefined, depth: number): { row: RoadmapRow; depth: number }[] => {
    const { rows } = roadmapChildren(project.query, { by, row, filter, sort, showDone }, sources);
    return rows.flatMap((one) => [{ row: one, depth }, ...(one.children === "none" ? [] : open(one.id, depth + 1))]);
  };
  return open(undefined, 0);
}

/** Compares the roadmap over a fixture with a drawing. */
export function checkRoadmap(source: string, options: DrawOptions, expected: string): void {
  checkText(drawRoadmap(engineOver(source, options), options), dedent(expected));
}

function draw(row: RoadmapRow, depth: number, more: boolean): string {
  const twist = { none: " ", collapsed: ">", expanded: "v" }[row.children];
  const colour = row.color === undefined ? "" : ` ${row.color.replace("charts.", "")}`;
  const mark = row.worst === undefined ? "" : `  !${row.worst}${row.problems === undefined ? "" : ` ${row.problems}`}`;
  const description = row.description === "" ? "" : ` — ${row.description}`;
  const indent = "  ".repeat(depth);
  const line = `${indent}${twist} [${row.icon}${colour}] ${row.label}${description}${mark}`;
  return more ? `${line}\n${indent}    ${row.id}\n${indent}    ${row.spoken}` : line;
}
