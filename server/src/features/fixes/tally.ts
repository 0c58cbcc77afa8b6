import { memo } from "../../base/memo.ts";
import type { Summary, Target } from "../../model/summary.ts";
import { isDefinition } from "../../workspace/plan.ts";
import type { Project } from "../../workspace/project.ts";
import type { Found } from "../../workspace/query.ts";

/**
 * What a project's documents write most often. Each file is counted once for as long as it stays the same, so that a question
 * about ten thousand of them is answered while somebody types in one.
 */
type Counts = ReadonlyMap<string, number>;

/** Who is written down as the first owner, most often first. */
export function usualOwners(project: Project): readonly string[] {
  return sum(project, ownersIn).map(([owner]) => owner);
}

/** The goals that documents serve, those beside `path` before the others, the most used first. */
export function usualGoals(project: Project, path: string): readonly Found[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const counts = sum(project, goalsIn, (file) => (file.startsWith(folder) ? 2 : 1));
  return counts.slice(0, mostGoals).flatMap(([name]) => project.query.definition(name) ?? []);
}

/** Nobody reads more. */
const mostGoals = 20;

/** All items that are of a built-in kind or extend it, in order of file and position. */
export function allOf(project: Project, base: string): readonly Found[] {
  const { query } = project;
  return project.paths().flatMap((path) => {
    const indexes = project.summary(path) && byBase(project.summary(path)!).get(base);
    return (indexes ?? []).flatMap((index) => {
      const found = query.at(path, index);
      return found !== undefined && isDefinition(found, query) ? [found] : [];
    });
  });
}

const ownersIn = memo(({ items }: Summary): Counts => {
  const counts = new Map<string, number>();
  for (const { fields } of items) add(counts, fields.get("owner")?.values[0]?.text);
  return counts;
});

const goalsIn = memo(({ items }: Summary): Counts => {
  const counts = new Map<string, number>();
  for (const { base, fields } of items)
    if (base === "feature" || base === "prd")
      for (const { target } of fields.get("goals")?.links ?? []) add(counts, nameOf(target));
  return counts;
});

const byBase = memo(({ items }: Summary): ReadonlyMap<string, readonly number[]> => {
  const indexes = new Map<string, number[]>();
  for (const [index, { base }] of items.entries()) {
    const known = indexes.get(base);
    if (known === undefined) indexes.set(base, [index]);
    else known.push(index);
  }
  return indexes;
});

function nameOf(target: Target): string | undefined {
  if (target.type === "name") return target.name;
  // A document goes by the name of its file.
  return target.type === "path" ? /([^/]+?)(?:\.[^./]*)?$/.exec(target.paths[0] ?? "")?.[1] : undefined;
}

function add(counts: Map<string, number>, value: string | undefined): void {
  if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
}

function sum(
  project: Project,
  countIn: (file: Summary) => Counts,
  weight: (path: string) => number = () => 1,
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const path of project.paths()) {
    const file = project.summary(path);
    if (file === undefined || file.items.length === 0) continue;
    for (const [value, count] of countIn(file)) counts.set(value, (counts.get(value) ?? 0) + count * weight(path));
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
