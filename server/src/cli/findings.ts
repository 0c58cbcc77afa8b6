import type { Counts, Engine } from "../rules/engine.ts";
import type { Problem } from "../rules/problem.ts";
import type { Opened } from "./open-project.ts";
import type { IsWanted } from "./where.ts";

/** A problem with its file, as the command line shows it: what editors hint at is information here. */
export interface CliFinding extends Omit<Problem, "level"> {
  /** Relative to the root; empty for a finding about a project without a configuration. */
  readonly file: string;
  readonly level: "error" | "warning" | "information";
}

export interface Checked {
  readonly findings: readonly CliFinding[];
  readonly counts: Counts & { readonly errors: number; readonly warnings: number; readonly information: number };
}

/**
 * All findings of all projects below the root, by file and place. `wanted` chooses the files that are reported, `isWanted`
 * the items that they are about.
 */
export function checkAll(
  { engine, show, root }: Opened,
  wanted: (uri: string) => boolean,
  isWanted?: IsWanted,
): Checked {
  const findings: CliFinding[] = [];
  const add = (file: string, problems: readonly Problem[]): void => {
    for (const problem of problems) {
      findings.push({ ...problem, file, level: problem.level === "hint" ? "information" : problem.level });
    }
  };
  const projects = engine.workspace.projects();
  // A folder around projects of their own has nothing to say about itself: documents were looked at, further down.
  const own = projects.filter((project) => project.root === root);
  const below = projects.some((project) => project.root !== root && engine.counts(project).specs > 0);
  if (!below && isWanted === undefined) for (const project of own) add("", engine.projectProblems(project));
  for (const uri of engine.reportable()) {
    if (!wanted(uri)) continue;
    const problems = engine.problems(uri);
    add(show(uri), isWanted === undefined ? problems : problems.filter(aboutWanted(uri, engine, isWanted)));
  }
  findings.sort((a, b) => (a.file === b.file ? 0 : a.file < b.file ? -1 : 1));
  const counts = { files: 0, specs: 0, items: 0, links: 0, rules: 0 };
  for (const project of projects) {
    const its = engine.counts(project);
    counts.files += its.files;
    counts.specs += its.specs;
    counts.items += its.items;
    counts.links += its.links;
    counts.rules = Math.max(counts.rules, its.rules);
  }
  const of = (level: string): number => findings.filter((finding) => finding.level === level).length;
  return {
    findings,
    counts: { ...counts, errors: of("error"), warnings: of("warning"), information: of("information") },
  };
}

/** Whether a finding is about an item that is wanted, or about what is written inside one. What is about none is about the document. */
function aboutWanted(uri: string, engine: Engine, isWanted: IsWanted): (problem: Problem) => boolean {
  const located = engine.workspace.locate(uri);
  const file = located?.project.query.file(located.path);
  if (located === undefined || file === undefined) return () => false;
  const { project, path } = located;
  const known = file.items.map((_, index) => {
    const found = project.query.at(path, index);
    return found !== undefined && isWanted(project, found);
  });
  const indexes = new Map(file.items.map(({ key }, index) => [key, index]));
  return ({ item }) => {
    let at: number | undefined = item === undefined ? 0 : indexes.get(item);
    while (at !== undefined && known[at] === false) at = file.items[at]?.container;
    return at !== undefined && known[at] === true;
  };
}
