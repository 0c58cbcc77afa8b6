import type { Level, RuleLevel } from "../model/level.ts";
import type { Places } from "../model/places.ts";
import type { Project } from "../workspace/project.ts";
import type { Checker } from "./checker.ts";
import type { Stamped } from "./findings-in.ts";
import { problemsOf } from "./report.ts";

/** A problem without its words and places. */
export interface Mark {
  /** The key of the item it is about. */
  readonly item: string | undefined;
  readonly level: Exclude<Level, "off">;
}

/** What a file's marks were read from: as long as it is the same, they are. */
interface Kept {
  readonly found: readonly Stamped[];
  readonly places: Places | undefined;
  readonly marks: readonly Mark[];
}

const kept = new WeakMap<Checker, Map<string, Kept>>();

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
  let files = kept.get(checker);
  if (files === undefined) kept.set(checker, (files = new Map()));
  const before = files.get(path);
  const found = checker.known(path);
  if (found === undefined) return before?.marks ?? [];
  const places = project.places(path);
  if (before?.found === found && before.places === places) return before.marks;
  const marks = problemsOf(project, path, () => found, levels).map(({ item, level }): Mark => ({ item, level }));
  files.set(path, { found, places, marks });
  return marks;
}
