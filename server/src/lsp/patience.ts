import { isIn, type Position } from "../base/lines.ts";
import type { Problem } from "../rules/problem.ts";

/** How long somebody must pause before findings about what is not there yet appear, in milliseconds. */
const pause = 800;

/** Rules that do not know a word, which may be the half of one that they know. */
const halfWords = new Set([
  "unknown-reference",
  "unknown-requirement",
  "unknown-status",
  "unknown-person",
  "unknown-kind",
]);

/** Rules that do not understand a line, of which the rest may be about to be typed: the colon of a key, the end of a quote. */
const halfLines = new Set(["frontmatter-unparsable", "unknown-field", "invalid-value"]);

/** Rules about two lines, of which the one may have been begun to take the place of the other. */
const halfPairs = new Set(["duplicate-key"]);

/**
 * Nobody wants to hear that the owner is missing while typing `owner`, nor that there is no `GOAL-` while typing `GOAL-1`.
 * While a document is typed in, what is patient and what is about the word or the line at the cursor stays if it was shown before, and
 * none of it is added; after a pause, or a save, everything is shown.
 */
export class Patience {
  readonly #typing = new Map<string, Typing & { readonly timer: Timer }>();
  readonly #shown = new Map<string, readonly Problem[]>();
  readonly #waiting = new Set<string>();
  readonly #calmed: (uri: string) => void;

  /** `calmed` hears of documents whose findings were held back and are not any more. */
  constructor(calmed: (uri: string) => void) {
    this.#calmed = calmed;
  }

  /** `caret` is where the cursor stands in a word, `line` the line that is typed in, as far as that is known. */
  typed(uri: string, caret: Position | undefined, line = caret?.line): void {
    clearTimeout(this.#typing.get(uri)?.timer);
    const timer = setTimeout(() => this.calm(uri), pause);
    this.#typing.set(uri, { timer, caret, line });
  }

  /** The person paused or saved. */
  calm(uri: string): void {
    clearTimeout(this.#typing.get(uri)?.timer);
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
    const typing = this.#typing.get(uri);
    if (typing === undefined) {
      this.#shown.set(
        uri,
        problems.filter(
          ({ patient, rule }) => patient || halfWords.has(rule) || halfLines.has(rule) || halfPairs.has(rule),
        ),
      );
      return problems;
    }
    const waiting = new Set(problems.filter((problem) => waits(problem, typing)));
    const stay = staying(problems, waiting, this.#shown.get(uri) ?? []);
    const answer = problems.filter((problem) => !waiting.has(problem) || stay.has(problem));
    if (answer.length < problems.length) this.#waiting.add(uri);
    else this.#waiting.delete(uri);
    return answer;
  }

  dispose(): void {
    for (const { timer } of this.#typing.values()) clearTimeout(timer);
    this.#typing.clear();
  }
}

type Timer = ReturnType<typeof setTimeout>;

interface Typing {
  readonly caret: Position | undefined;
  readonly line: number | undefined;
}

function waits({ patient, rule, range }: Problem, { caret, line }: Typing): boolean {
  if (patient || halfPairs.has(rule) || (caret !== undefined && halfWords.has(rule) && isIn(range, caret))) return true;
  return halfLines.has(rule) && range.start.line === line && range.end.line === line;
}

/**
 * Those that wait and were there before: of the same rule about the same item, else, because an item without an id
 * changes its key with its title, as many of the same rule as there were.
 */
function staying(
  problems: readonly Problem[],
  waiting: ReadonlySet<Problem>,
  before: readonly Problem[],
): ReadonlySet<Problem> {
  const stay = new Set<Problem>();
  const nameOf = ({ rule, message }: Problem): string => `${rule} ${message}`;
  const others = new Set(problems.filter((problem) => !waiting.has(problem)).map(nameOf));
  const left = before.filter((shown) => !others.has(nameOf(shown)));
  const take = (fits: (problem: Problem, shown: Problem) => boolean) => {
    for (const problem of waiting) {
      if (stay.has(problem)) continue;
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
