import type { RuleLevel } from "../model/level.ts";
import type { Project } from "../workspace/project.ts";
import type { Checker } from "./checker.ts";
import type { Mark } from "./problem.ts";
import { problemsOf } from "./report.ts";

/**
 * The problems of a file as far as it has been checked; while its check is due, those that it had. So whoever shows them
 * for all files waits for none.
 */
export function marksOf(
  project: Project,
  path: string,
  checker: Checker,
  levels: ReadonlyMap<string, RuleLevel>,
): readonly Mark[] {
  const found = checker.known(path);
  const before = checker.marks.get(path);
  if (before !== undefined || found === undefined) return before ?? [];
  const marks = problemsOf(project, path, () => found, levels).map(({ item, level }): Mark => ({ item, level }));
  checker.marks.set(path, marks);
  return marks;
}
