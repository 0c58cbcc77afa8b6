/** One thing that is measured: a file in `parts/`, a line in `parts/all.ts`. */
export interface Part {
  /** As in `npm run bench -- cold`. */
  readonly name: string;
  readonly title: string;
  /** Says what is measured and how, in a sentence or two. */
  readonly says: string;
  run(bench: Bench): Promise<readonly Row[]>;
}

export interface Row {
  readonly what: string;
  readonly figure: string;
  /** What we want of it, and whether it is so; without a bar the row is there to look at. */
  readonly bar?: string;
  readonly met?: boolean;
}

/** What parts share in one run. */
export interface Bench {
  readonly sizes: Sizes;
  readonly seed: number;
  /** How often what is compared is repeated; medians count. */
  readonly runs: number;
  /**
   * The folder of a generated workspace with so many documents, made when first asked for. Half of them have fewer characters
   * than `middle`; PRDs as people write them where nothing is said.
   */
  workspace(n: number, middle?: number): string;
  /** A folder for caches that is empty at first, and new with every call. */
  emptyFolder(): string;
  /** What is being done, for a person who waits. */
  say(line: string): void;
}

export interface Sizes {
  readonly small: number;
  readonly main: number;
  readonly large: number;
}

export const full: Sizes = { small: 1_000, main: 10_000, large: 50_000 };
export const quick: Sizes = { small: 250, main: 1_000, large: 5_000 };
