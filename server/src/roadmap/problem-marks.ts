import type { Summary } from "../model/summary.ts";
import type { Found } from "../workspace/query.ts";
import type { Plan } from "./project-plan.ts";

/** What the roadmap wants to know about a file's problems. Hints are not counted anywhere. */
export type ProblemsOf = (path: string) => readonly ProblemFact[];

export interface ProblemFact {
  /** The key of the item it is about. */
  readonly item: string | undefined;
  readonly level: "error" | "warning" | "information" | "hint";
}

type Worst = Exclude<ProblemFact["level"], "hint">;

export interface ProblemMarks {
  /** The levels of the problems that an item itself has. */
  levels(found: Found): readonly Worst[];
  count(found: Found): number;
  /** The worst problem of any of the items. */
  worst(numbers: readonly number[]): Worst | undefined;
}

const levels: readonly Worst[] = ["error", "warning", "information"];

/** Problems by item. Those of what has no row, a requirement say, count for the nearest item around it that has one. */
export function problemMarks(plan: Plan, problemsOf: ProblemsOf | undefined): ProblemMarks {
  const files = new Map<string, ReadonlyMap<number, readonly Worst[]>>();
  const problemsAt = (found: Found): readonly Worst[] => {
    if (problemsOf === undefined) return [];
    const { path } = found.file;
    let file = files.get(path);
    if (file === undefined) files.set(path, (file = byItem(found, plan, problemsOf(path))));
    return file.get(found.index) ?? [];
  };
  return {
    levels: problemsAt,
    count: (found) => problemsAt(found).length,
    worst(numbers) {
      if (problemsOf === undefined) return undefined;
      const before = culprits.get(numbers);
      if (before !== undefined && problemsAt(plan.now(before)).includes("error")) return "error";
      let worst: Worst | undefined;
      for (const number of numbers) {
        for (const level of problemsAt(plan.now(number))) {
          if (level === "error") {
            culprits.set(numbers, number);
            return level;
          }
          if (worst === undefined || levels.indexOf(level) < levels.indexOf(worst)) worst = level;
        }
      }
      return worst;
    },
  };
}

/** The item with an error that was found last in a list, which stays the same while nothing moves: it mostly has it still. */
const culprits = new WeakMap<readonly number[], number>();

function byItem({ file }: Found, plan: Plan, problems: readonly ProblemFact[]): ReadonlyMap<number, readonly Worst[]> {
  const marks = new Map<number, Worst[]>();
  if (problems.length === 0) return marks;
  const indexes = new Map(file.items.map(({ key }, index) => [key, index]));
  for (const { item, level } of problems) {
    if (level === "hint") continue;
    const index = shownAround(file, (item === undefined ? undefined : indexes.get(item)) ?? 0, plan);
    if (marks.has(index)) marks.get(index)!.push(level);
    else marks.set(index, [level]);
  }
  return marks;
}

/** The item itself, or the nearest around it that has a row; else the item. */
function shownAround(file: Summary, index: number, plan: Plan): number {
  let at: number | undefined = index;
  while (at !== undefined) {
    const found = plan.query.at(file.path, at);
    if (found !== undefined && plan.has(found)) return at;
    at = file.items[at]?.container;
  }
  return index;
}
