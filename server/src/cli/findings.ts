import type { Counts } from "../rules/engine.ts";
import type { Problem } from "../rules/problem.ts";
import type { Opened } from "./open-project.ts";

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

/** All findings of all projects below the root, by file and place. `wanted` chooses the files that are reported. */
export function checkAll({ engine, show, root }: Opened, wanted: (uri: string) => boolean): Checked {
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
  if (!below) for (const project of own) add("", engine.projectProblems(project));
  for (const uri of engine.reportable()) if (wanted(uri)) add(show(uri), engine.problems(uri));
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
