import type { Problem } from "../rules/problem.ts";

/** How long somebody must pause before findings about what is not there yet appear, in milliseconds. */
const pause = 800;

/**
 * Nobody wants to hear that the owner is missing while typing `owner`. While a document is typed in, what is patient
 * stays if it was shown before, and nothing patient is added; after a pause, or a save, everything is shown.
 */
export class Patience {
  readonly #typing = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #shown = new Map<string, readonly Problem[]>();
  readonly #waiting = new Set<string>();
  readonly #calmed: (uri: string) => void;

  /** `calmed` hears of documents whose findings were held back and are not any more. */
  constructor(calmed: (uri: string) => void) {
    this.#calmed = calmed;
  }

  typed(uri: string): void {
    clearTimeout(this.#typing.get(uri));
    this.#typing.set(
      uri,
      setTimeout(() => this.calm(uri), pause),
    );
  }

  /** The person paused or saved. */
  calm(uri: string): void {
    clearTimeout(this.#typing.get(uri));
    this.#typing.delete(uri);
    if (this.#waiting.delete(uri)) this.#calmed(uri);
  }

  /** The document is closed: what is said about it is complete again. */
  forget(uri: string): void {
    this.calm(uri);
    this.#shown.delete(uri);
  }

  /** What of `problems` is to be shown now. */
  filter(uri: string, problems: readonly Problem[], isOpen: boolean): readonly Problem[] {
    if (!isOpen) return problems;
    if (!this.#typing.has(uri)) {
      this.#shown.set(
        uri,
        problems.filter(({ patient }) => patient),
      );
      return problems;
    }
    const stay = staying(problems, this.#shown.get(uri) ?? []);
    const answer = problems.filter((problem) => !problem.patient || stay.has(problem));
    if (answer.length < problems.length) this.#waiting.add(uri);
    else this.#waiting.delete(uri);
    return answer;
  }

  dispose(): void {
    for (const timer of this.#typing.values()) clearTimeout(timer);
    this.#typing.clear();
  }
}

/**
 * The patient problems that were there before: of the same rule about the same item, else, because an item without an id
 * changes its key with its title, as many of the same rule as there were.
 */
function staying(problems: readonly Problem[], before: readonly Problem[]): ReadonlySet<Problem> {
  const stay = new Set<Problem>();
  const left = [...before];
  const take = (fits: (problem: Problem, shown: Problem) => boolean) => {
    for (const problem of problems) {
      if (!problem.patient || stay.has(problem)) continue;
      const at = left.findIndex((shown) => fits(problem, shown));
      if (at < 0) continue;
      left.splice(at, 1);
      stay.add(problem);
    }
  };
  take((problem, shown) => problem.rule === shown.rule && problem.item === shown.item);
  take((problem, shown) => problem.rule === shown.rule);
  return stay;
}
