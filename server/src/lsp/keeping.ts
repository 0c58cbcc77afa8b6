import { type Memo, recallFindings } from "../host.ts";
import type { Engine } from "../rules/engine.ts";
import type { Files } from "./files.ts";
import { inTurns } from "./later.ts";
import { lookUp } from "./prepare.ts";

export interface KeepingOptions {
  readonly engine: Engine;
  readonly files: Files;
  readonly failed: (what: string, reason: unknown) => void;
}

/** What was read and found at one start serves the next one. */
export class Keeping {
  readonly #options: KeepingOptions;
  #keep: (() => Promise<string | undefined>) | undefined;
  #keeping: Promise<string | undefined> = Promise.resolve(undefined);

  constructor(options: KeepingOptions) {
    this.#options = options;
  }

  /**
   * All files have been read: takes over what was found at the start before. Where not everything is as it was then, links
   * are looked up first, without keeping others waiting.
   */
  async recall(memo: Memo | undefined): Promise<void> {
    const { engine, files } = this.#options;
    const { isRecalled, keep } = await inTurns(recallFindings(engine, memo, files.wasRead));
    if (!isRecalled) await lookUp(engine);
    this.#keep = keep;
  }

  /** Keeps what was read, and what was found as soon as that is complete. */
  async keep(): Promise<void> {
    const { engine, files, failed } = this.#options;
    await files.keep(this.#keep !== undefined);
    if (engine.unchecked().length > 0) return;
    const keep = this.#keep;
    this.#keep = undefined;
    this.#keeping = keep?.() ?? this.#keeping;
    const problem = await this.#keeping;
    if (problem !== undefined && keep !== undefined) failed("Keeping what was found", problem);
  }
}
