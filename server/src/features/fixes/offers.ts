import { memo } from "../../base/memo.ts";
import { plural, say } from "../../base/say.ts";
import { together } from "../../edits/plan-edit.ts";
import type { Places } from "../../model/places.ts";
import type { Summary } from "../../model/summary.ts";
import { openCommand } from "../../protocol.ts";
import { rules } from "../../rules/all.ts";
import { pageOf } from "../../rules/page.ts";
import type { Problem } from "../../rules/problem.ts";
import type { Found } from "../../workspace/query.ts";
import { fixes } from "./all.ts";
import type { FixAction, FixContext } from "./fix.ts";
import { ignoreHere } from "./ignore-here.ts";

/** What all problems of a document have in common when they are mended. */
export type Surroundings = Omit<FixContext, "problem" | "found" | "taken">;

/** The ways to mend a problem, the best one first. */
export function fixActions(problem: Problem, around: Surroundings, taken: FixContext["taken"] = none) {
  return actionsIn(contextOf(problem, around, taken));
}

/** All that can be done about a problem: to mend it, with all others like it, to ignore it here, to read about it. */
export function offersFor(problem: Problem, all: readonly Problem[], around: Surroundings): readonly FixAction[] {
  const context = contextOf(problem, around, none);
  const actions = actionsIn(context);
  const [first] = actions;
  const isMended = first !== undefined && first.isOption !== true && first.edit !== undefined;
  return [
    ...actions,
    ...(isMended ? allLike(problem, all, around) : []),
    ...ignoreHere(context),
    ...readAbout(problem, around),
  ];
}

/** What can be mended without asking anybody, as one edit; undefined where there is nothing. */
export function allSafe(all: readonly Problem[], around: Surroundings): FixAction["edit"] {
  const safe = all.flatMap((problem) => fixActions(problem, around).find(({ isSafe }) => isSafe) ?? []);
  return safe.length === 0 ? undefined : () => ({ edits: together(safe.map(({ edit }) => edit?.()?.edits ?? [])) });
}

const none: FixContext["taken"] = new Set();
const builtin = new Set(rules.map(({ id }) => id));

function contextOf(problem: Problem, around: Surroundings, taken: FixContext["taken"]): FixContext {
  return { ...around, problem, taken, found: itemOf(problem, around) };
}

function actionsIn(context: FixContext): readonly FixAction[] {
  return fixes.filter((fix) => fix.mends(context.problem)).flatMap((fix) => fix.actions(context));
}

/** The item that a problem is about; of two with one id the one that stands where the problem does. */
function itemOf({ item: key, range }: Problem, { project, path }: Surroundings): Found | undefined {
  const [file, places] = [project.summary(path), project.places(path)];
  if (file === undefined || places === undefined || key === undefined) return undefined;
  const { line, character } = range.start;
  const indexes = indexesOf(file, places);
  const index = indexes.get(`${key} ${line}:${character}`) ?? indexes.get(key);
  return index === undefined ? undefined : project.query.at(path, index);
}

/** The first item with each key, and with each key at each place. Thousands may have one key, and a problem each. */
function indexesOf(file: Summary, places: Places): ReadonlyMap<string, number> {
  const kept = indexed(file);
  if (kept.places === places) return kept.indexes;
  const indexes = new Map<string, number>();
  for (const [index, { key, entry }] of file.items.entries())
    for (const name of [key, `${key} ${places[entry * 4]}:${places[entry * 4 + 1]}`])
      if (!indexes.has(name)) indexes.set(name, index);
  Object.assign(kept, { places, indexes });
  return indexes;
}

const indexed = memo((_: Summary): { places?: Places; indexes: ReadonlyMap<string, number> } => ({
  indexes: new Map(),
}));

function allLike(problem: Problem, all: readonly Problem[], around: Surroundings): readonly FixAction[] {
  const alike = fixableOf(all).get(problem.rule) ?? [];
  if (alike.length < 2) return [];
  const edit = () => {
    const taken = new Set<string>();
    const changes = alike.map((one) => {
      const [first] = fixActions(one, around, taken);
      const change = first?.isOption === true ? undefined : first?.edit?.();
      // What also changes other files is done one by one.
      const edits = change?.files === undefined ? (change?.edits ?? []) : [];
      for (const { newText } of edits) taken.add(newText);
      return edits;
    });
    return { edits: together(changes) };
  };
  const title = plural(alike.length, "Fix this in the document", "Fix all {0} like this in the document");
  return [{ title, edit, isOption: true, general: `all ${problem.rule}` }];
}

/** By their rules. */
const fixableOf = memo((all: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> => {
  const rules = new Map<string, Problem[]>();
  for (const problem of all) {
    if (!problem.fixable) continue;
    const known = rules.get(problem.rule);
    if (known === undefined) rules.set(problem.rule, [problem]);
    else known.push(problem);
  }
  return rules;
});

function readAbout({ rule }: Problem, { can }: Surroundings): readonly FixAction[] {
  if (!can.open || !builtin.has(rule)) return [];
  const command = { command: openCommand, arguments: [pageOf(rule)] };
  return [{ title: say`Read about ${rule}`, command, isOption: true, general: `read ${rule}` }];
}
