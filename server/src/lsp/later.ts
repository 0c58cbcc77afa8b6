/** Runs once things have been quiet for a while, or at the latest after `atMost`; both in milliseconds. */
export class Later {
  readonly #run: () => void;
  readonly #quiet: number;
  readonly #atMost: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #first = 0;

  constructor(run: () => void, quiet: number, atMost: number) {
    this.#run = run;
    this.#quiet = quiet;
    this.#atMost = atMost;
  }

  ask(): void {
    const now = performance.now();
    if (this.#timer === undefined) this.#first = now;
    else clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(this.#quiet, this.#first + this.#atMost - now));
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#run();
    }, wait);
  }

  /** Runs without waiting for quiet, though not before whoever asked is done. */
  soon(): void {
    this.cancel();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#run();
    }, 0);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/**
 * Gives everybody else a turn, and another one: messages that arrived, timers that are due. Of the messages only one is
 * handled at a time, and what somebody types comes before what they ask about it. A timer of 0 waits a millisecond, and 4 in
 * a browser.
 */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(() => setImmediate(resolve));
    else setTimeout(resolve, 0);
  });
}

/** Lets work go on for a few milliseconds at a time; `await` what it answers when it answers something. */
export function turns(milliseconds: number): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < milliseconds) return undefined;
    return turn().then(() => {
      since = performance.now();
    });
  };
}
