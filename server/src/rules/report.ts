import type { RuleLevel } from "../model/level.ts";
import { type Places, placeRange } from "../model/places.ts";
import type { Summary, Suppression } from "../model/summary.ts";
import { phaseOf } from "../workspace/plan.ts";
import type { Project } from "../workspace/project.ts";
import type { Found } from "../workspace/query.ts";
import type { Stamped } from "./findings-in.ts";
import { levelOf } from "./levels.ts";
import type { Problem } from "./problem.ts";
import { silencerIn } from "./silencer.ts";
import { unusedSuppression } from "./unused-suppression.ts";

/** What people see of the findings that `find` has for a file: with levels and places, without what they silenced, in the order of the text. */
export function problemsOf(
  project: Project,
  path: string,
  find: (path: string) => readonly Stamped[],
  levels: ReadonlyMap<string, RuleLevel>,
): readonly Problem[] {
  const file = project.summary(path);
  const places = project.places(path);
  if (file === undefined || places === undefined) return none;
  const findings = find(path);
  if (findings.length === 0 && file.suppressions.length === 0) return none;
  const used = new Set<Suppression>();
  const silencer = silencerIn(file, places);
  const problems: Problem[] = [];
  const report = (stamped: Stamped): void => {
    const problem = problemOf(stamped, file, places, project, levels);
    if (problem === undefined) return;
    const silencing = silencer(problem.rule, stamped.finding.entry);
    if (silencing === undefined) problems.push(problem);
    else used.add(silencing);
  };
  for (const stamped of findings) report(stamped);
  for (const finding of unusedSuppression.findings(file, used)) report({ rule: unusedSuppression, finding });
  return problems.sort(byRange);
}

const none: readonly Problem[] = [];

function problemOf(
  stamped: Stamped,
  file: Summary,
  places: Places,
  project: Project,
  levels: ReadonlyMap<string, RuleLevel>,
): Problem | undefined {
  const { rule, finding } = stamped;
  // What is wrong in the text of a document goes by the phase of the document.
  const item = finding.item ?? file.items.find(({ site }) => site === "document");
  const about = item === undefined ? undefined : foundOf(file, item, project);
  const phase = about === undefined ? "active" : phaseOf(project.query, about);
  const level = levelOf(stamped, file.path, phase, project.config, levels);
  if (level === "off") return undefined;
  return {
    rule: rule.id,
    level,
    range: placeRange(places, finding.entry),
    message: finding.message,
    item: finding.item?.key,
    fixable: finding.fixable ?? rule.fixable,
    patient: rule.group === "completeness",
    related: (finding.related ?? []).flatMap((place) => {
      const there = project.places(place.path);
      return there === undefined
        ? []
        : [{ path: place.path, range: placeRange(there, place.entry), message: place.message }];
    }),
    tag: finding.tag,
    data: finding.data,
  };
}

function foundOf(file: Summary, item: Summary["items"][number], project: Project): Found | undefined {
  const index = file.items.indexOf(item);
  return index < 0 ? undefined : project.query.at(file.path, index);
}

function byRange(a: Problem, b: Problem): number {
  const left = a.range.start;
  const right = b.range.start;
  return (
    left.line - right.line ||
    left.character - right.character ||
    a.range.end.line - b.range.end.line ||
    a.range.end.character - b.range.end.character ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
