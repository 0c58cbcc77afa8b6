import type { Packed } from "../base/packed.ts";
import type { Changing } from "./changed.ts";
import type { Query } from "./query.ts";
import { type Looks, Watch } from "./watch.ts";

/** The checks of a project's files: what each of them looked at, so that it is known which of them are due. */
export class Checks {
  readonly #watch = new Watch();
  readonly #queries: (looks: Looks) => () => Query;
  /** Makes the queries of those who are watched. */
  #watched: (() => Query) | undefined;
  /** What checks looked at when all was as it is now. */
  #earlier: (() => Packed | undefined) | undefined;
  /** False once that could not be had when something changed. */
  #areKnown = true;

  constructor(queries: (looks: Looks) => () => Query) {
    this.#queries = queries;
  }

  /** Does some work of a file's, and remembers for it what is looked at. */
  run<T>(path: string, work: (query: Query) => T): T {
    this.#watched ??= this.#queries(this.#watch);
    const query = this.#watched();
    return this.#watch.run(checkOf(path), path, () => work(query));
  }

  forget(path: string): void {
    this.#watch.forget(checkOf(path));
  }

  /** Whether any check has looked at anything. */
  get isAsked(): boolean {
    return this.#watch.isAsked;
  }

  /** Whether what checks looked at earlier has still to be taken in. */
  get isAsleep(): boolean {
    return this.#earlier !== undefined;
  }

  /** See `Project.packLooks` and `Project.takeLooks`. */
  *pack(): Generator<void, Packed> {
    return this.#earlier?.() ?? (yield* this.#watch.pack());
  }

  take(looks: () => Packed | undefined): void {
    this.#earlier = looks;
  }

  /** Takes in what checks looked at earlier, if that `mayBe`; the keys of it, where it is known. */
  wake(mayBe: boolean): readonly string[] {
    const earlier = this.#earlier;
    if (earlier === undefined) return none;
    this.#earlier = undefined;
    const looks = mayBe ? earlier() : undefined;
    this.#areKnown = looks !== undefined && this.#watch.unpack(looks);
    this.#watched = undefined;
    return this.#areKnown ? [...this.#watch.names()] : none;
  }

  /** Adds the checks that looked at anything that differs; where nobody knows what they looked at, those of all `paths`. */
  due(changed: Changing, paths: () => readonly string[]): void {
    this.#watched = undefined;
    for (const reader of this.#watch.of(changed)) changed.checks.add(reader.slice(prefix.length));
    if (!this.#areKnown) for (const path of paths()) changed.checks.add(path);
    this.#areKnown = true;
    // While somebody types there is no quiet moment; there is an end to that, too.
    this.tidy(crowded);
  }

  /** What was found for all who ask need not be kept. */
  rest(): void {
    this.#watched = undefined;
  }

  /** Gives back the room of what nobody looks at any more, where there is so many times of it what makes that worth it. */
  tidy(untidy = 1): void {
    if (!this.#watch.isUntidy(untidy)) return;
    this.#watched = undefined;
    this.#watch.tidy();
  }
}

const none: readonly never[] = [];

/** So many times more than what is worth tidying up is not left for later. */
const crowded = 3;

/** Under which name the check of a file looks at keys. */
const checkOf = (path: string): string => `${prefix}${path}`;
const prefix = "check of:";
