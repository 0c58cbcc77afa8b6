import { equal } from "../../base/equal.ts";
import { memo } from "../../base/memo.ts";
import { dirname } from "../../base/path.ts";
import type { Summary, Target } from "../../model/summary.ts";
import type { Project } from "../../workspace/project.ts";

/** What a project's documents write most often: whoever types in one of ten thousand must not wait for the others. */
export interface Tally {
  /** How often somebody is written down as the first owner. */
  readonly owners: Counts;
  /** How often a goal is served, by the name that links have for it: anywhere, and by the folder of the document. */
  readonly goals: Counts;
  readonly goalsIn: ReadonlyMap<string, Counts>;
  /** How often a KPI is named by a goal, by the name that links have for it. */
  readonly measured: Counts;
  /** How often a status is written, by kind. */
  readonly statuses: ReadonlyMap<string, Counts>;
  /** The files that have items of a built-in kind, or of one that extends it, with what is known of those items. */
  readonly items: ReadonlyMap<string, ReadonlyMap<string, readonly Known[]>>;
}

export type Counts = ReadonlyMap<string, number>;

export interface Known {
  readonly path: string;
  readonly index: number;
  readonly key: string;
  readonly owner: string | undefined;
  readonly team: string | undefined;
  /** Whether it says itself which goals it measures, or stands in one. */
  readonly hasGoal: boolean;
  /** Of its title, those that say something. */
  readonly words: readonly string[];
}

/** The same as counted anew; `asked` is the path of the file that the question is about. */
export function tallyOf(project: Project, asked: string): Tally {
  const kept = tallies(project.query.project);
  const steps = project.version - kept.version;
  kept.version = project.version;
  if (steps === 0) return kept;
  const now = project.summary(asked)?.items;
  // One file says something else, and it is the one that is being typed in.
  if (steps === 1 && !equal(kept.seen.get(asked), now)) {
    kept.see(asked, now);
    return kept;
  }
  const paths = project.paths();
  for (const path of paths) kept.see(path, project.summary(path)?.items);
  // All that is there was seen, so anything more is gone.
  if (kept.seen.size > paths.length) {
    kept.clear();
    for (const path of paths) kept.see(path, project.summary(path)?.items);
  }
  return kept;
}

/** Takes in what all documents write, one in a step, before somebody has to wait for it; things may change between them. */
export function* countAhead(project: Project): Generator<void> {
  const kept = tallies(project.query.project);
  const { version } = project;
  // One document more is no work.
  if (version - kept.version <= 1) return;
  const paths = project.paths();
  for (const path of paths) {
    kept.see(path, project.summary(path)?.items);
    yield;
  }
  // All is there, nothing more is, and nothing has changed meanwhile.
  if (project.version === version && kept.seen.size === paths.length) kept.version = version;
}

/** The most frequent first; of equal ones in the order of the alphabet. */
export function byCount(counts: Counts, most: number): readonly string[] {
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([value]) => value);
}

const tallies = memo((_: object) => new KeptTally());

type Items = Summary["items"];

class KeptTally implements Tally {
  /** Of the project, when it was last looked at. */
  version = -1;
  readonly seen = new Map<string, Items>();
  readonly measured = new Map<string, number>();
  readonly owners = new Map<string, number>();
  readonly goals = new Map<string, number>();
  readonly goalsIn = new Map<string, Map<string, number>>();
  readonly statuses = new Map<string, Map<string, number>>();
  readonly items = new Map<string, Map<string, readonly Known[]>>();

  clear(): void {
    for (const map of [this.seen, this.owners, this.goals, this.goalsIn, this.statuses, this.items, this.measured])
      map.clear();
  }

  see(path: string, items: Items | undefined): void {
    const before = this.seen.get(path);
    if (before === items) return;
    if (before !== undefined) this.#count(path, before, -1);
    if (items === undefined) this.seen.delete(path);
    else {
      this.seen.set(path, items);
      this.#count(path, items, 1);
    }
  }

  #count(path: string, items: Items, by: 1 | -1): void {
    const folder = dirname(path);
    for (const { base, kind, fields } of items) {
      add(this.owners, fields.get("owner")?.values[0]?.text, by);
      const status = fields.get("status")?.values[0]?.text;
      // What is said of one item only, "shipped (2025)", is no word of the project.
      if (status !== undefined && /^[\p{L}\s_-]+$/u.test(status)) add(inner(this.statuses, kind), status, by);
      if (base === "goal") for (const { text } of fields.get("kpis")?.links ?? []) add(this.measured, text.trim(), by);
      if (base !== "feature" && base !== "prd") continue;
      for (const { target } of fields.get("goals")?.links ?? []) {
        add(this.goals, nameOf(target), by);
        add(inner(this.goalsIn, folder), nameOf(target), by);
      }
    }
    for (const base of ["goal", "kpi"]) {
      const known = by === 1 ? knownIn(path, items, base) : [];
      const files = this.items.get(base) ?? new Map<string, readonly Known[]>();
      if (known.length > 0) files.set(path, known);
      else files.delete(path);
      this.items.set(base, files);
    }
  }
}

function knownIn(path: string, items: Items, base: string): readonly Known[] {
  return items.flatMap((item, index) => {
    // What has no name of its own cannot be linked to.
    if (item.base !== base || (item.id === undefined && item.site !== "document")) return [];
    const owner = item.fields.get("owner")?.values[0]?.text;
    const team = item.fields.get("team")?.values[0]?.text;
    const around = item.container === undefined ? undefined : items[item.container]?.base;
    const hasGoal = around === "goal" || item.fields.get("goals")?.state === "given";
    return [{ path, index, key: item.key, owner, team, hasGoal, words: wordsOf(item.title) }];
  });
}

const commonWords = new Set(
  "that with from into their this they what when more less than have every your over".split(" "),
);

export function wordsOf(title: string): readonly string[] {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return [...new Set(words)].filter((word) => !commonWords.has(word));
}

function nameOf(target: Target): string | undefined {
  if (target.type === "name") return target.name;
  // A document goes by the name of its file.
  return target.type === "path" ? /([^/]+?)(?:\.[^./]*)?$/.exec(target.paths[0] ?? "")?.[1] : undefined;
}

function add(counts: Map<string, number>, value: string | undefined, by: number): void {
  if (value === undefined) return;
  const count = (counts.get(value) ?? 0) + by;
  // Somebody who writes a name has written half of it before: what nobody says any more is not kept for ever.
  if (count === 0) counts.delete(value);
  else counts.set(value, count);
}

function inner(maps: Map<string, Map<string, number>>, key: string): Map<string, number> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const fresh = new Map<string, number>();
  maps.set(key, fresh);
  return fresh;
}
