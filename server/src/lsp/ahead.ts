import type { Engine } from "../rules/engine.ts";
import { link, prepare } from "./prepare.ts";

/** What is looked up before somebody asks and has to wait for it. */
export class Ahead {
  readonly #engine: Engine;
  #isLinked = false;
  #isPrepared = false;
  #isLinking = false;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Whether what documents link to has been looked up, once all had been read. */
  get isLinked(): boolean {
    return this.#isLinked;
  }

  /** Whoever opens the roadmap need not wait for what nobody has asked for before. */
  async prepare(linked: () => void): Promise<void> {
    if (!this.#isLinked) {
      await link(this.#engine);
      this.#isLinked = true;
      linked();
    }
    if (!this.#isPrepared) this.#isPrepared = (await prepare(this.#engine)) || this.#isPrepared;
  }

  /** What was prepared has been let go of. */
  letGo(): void {
    this.#isPrepared = false;
  }

  /** Who writes while files are being read asks what these say: that is looked up as they come. */
  async link(): Promise<void> {
    if (this.#isLinking) return;
    this.#isLinking = true;
    await link(this.#engine);
    this.#isLinking = false;
  }
}
