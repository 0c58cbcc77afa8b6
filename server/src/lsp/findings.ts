import type { Diagnostic } from "vscode-languageserver";
import { hash } from "../base/hash.ts";
import { type DiagnosticShape, diagnosticsOf } from "../features/diagnostic.ts";
import type { Engine } from "../rules/engine.ts";
import type { Problem } from "../rules/problem.ts";
import { Later, turns } from "./later.ts";

/** What the client is to see about a file now. */
export interface Report {
  /** A hash of the payload: equal reports have equal ids. */
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface FindingsOptions {
  readonly engine: Engine;
  readonly shape: DiagnosticShape;
  /** The problems of a file that are to be shown at this moment. */
  readonly shown: (uri: string) => readonly Problem[];
  /** Files that somebody looks at go first. */
  readonly open: () => Iterable<string>;
  /** Hears, in small portions and in order, which files were looked at again; the last portion of a round is empty. */
  readonly settled: (uris: readonly string[]) => void;
  readonly failed: (what: string, reason: unknown) => void;
}

/** Looks again at what may have changed, in the background and a few milliseconds at a time, and keeps the totals. */
export class Findings {
  readonly #options: FindingsOptions;
  #due = new Set<string>();
  readonly #tally = new Map<string, { readonly errors: number; readonly warnings: number }>();
  readonly #soon = new Later(() => void this.#settle(), quiet, atMost);
  #isSettling = false;
  #errors = 0;
  #warnings = 0;

  constructor(options: FindingsOptions) {
    this.#options = options;
  }

  get totals(): { readonly errors: number; readonly warnings: number } {
    return { errors: this.#errors, warnings: this.#warnings };
  }

  report(uri: string): Report {
    const { engine, shape, shown } = this.#options;
    const project = engine.workspace.locate(uri)?.project;
    if (project === undefined) return nothing;
    const problems = shown(uri);
    if (problems.length === 0) return nothing;
    const diagnostics = diagnosticsOf(problems, project, shape);
    return { id: hash(JSON.stringify(diagnostics)), diagnostics };
  }

  /** These may have to be shown differently. */
  touch(uris: Iterable<string>): void {
    for (const uri of uris) this.#due.add(uri);
    if (this.#due.size > 0 && !this.#isSettling) this.#soon.ask();
  }

  /** What is due is looked at without waiting for quiet. */
  hurry(): void {
    if (!this.#isSettling) this.#soon.soon();
  }

  dispose(): void {
    this.#soon.cancel();
    this.#due.clear();
  }

  async #settle(): Promise<void> {
    this.#isSettling = true;
    const round = this.#due;
    this.#due = new Set();
    try {
      await this.#look(round);
    } catch (reason) {
      this.#options.failed("Telling what was found", reason);
    }
    this.#isSettling = false;
    if (this.#due.size > 0) this.#soon.ask();
  }

  async #look(round: ReadonlySet<string>): Promise<void> {
    const { failed, settled } = this.#options;
    const pausing = turns(slice);
    let portion: string[] = [];
    for (const uri of this.#inOrder(round)) {
      try {
        this.#count(uri);
        portion.push(uri);
      } catch (reason) {
        failed(`Checking ${uri}`, reason);
      }
      const pause = pausing();
      if (pause === undefined) continue;
      if (portion.length > 0) settled(portion);
      portion = [];
      await pause;
    }
    if (portion.length > 0) settled(portion);
    settled([]);
  }

  *#inOrder(round: ReadonlySet<string>): IterableIterator<string> {
    const first = [...this.#options.open()].filter((uri) => round.has(uri));
    yield* first;
    const done = new Set(first);
    for (const uri of round) if (!done.has(uri)) yield uri;
  }

  #count(uri: string): void {
    if (!this.#options.engine.isComplete) return;
    const before = this.#tally.get(uri);
    let errors = 0;
    let warnings = 0;
    for (const { level } of this.#options.engine.problems(uri)) {
      if (level === "error") errors++;
      else if (level === "warning") warnings++;
    }
    this.#errors += errors - (before?.errors ?? 0);
    this.#warnings += warnings - (before?.warnings ?? 0);
    if (errors + warnings === 0) this.#tally.delete(uri);
    else this.#tally.set(uri, { errors, warnings });
  }
}

/** What is said where nothing is wrong, or nothing is. */
export const nothing: Report = { id: hash("[]"), diagnostics: [] };

/** Milliseconds without a change before files are looked at again, and the longest that changes may put it off. */
const quiet = 150;
const atMost = 2_000;
/** Milliseconds of work before others get a turn. */
const slice = 3;
