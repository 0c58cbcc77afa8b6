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
 * Gives everybody else their turns: messages that arrived, timers that are due. Of the messages only one is handled at a
 * time, and an editor sends several at once: what was opened, what was typed, and all that is asked about it. A timer of 0
 * waits a millisecond, and 4 in a browser.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate !== "function") return setTimeout(resolve, 0);
    let rest = roundsForOthers;
    const next = (): unknown => (rest-- === 0 ? resolve() : setImmediate(next));
    return next();
  });
}

/** A round in which nobody has anything to do takes two microseconds. */
const roundsForOthers = 8;

/** Does work in small steps, and others get a turn every few milliseconds. */
export async function inTurns<T>(steps: Iterator<void, T>): Promise<T> {
  const pausing = turns(slice);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    const pause = pausing();
    if (pause !== undefined) await pause;
  }
}

/** Milliseconds of work before others get a turn. */
const slice = 3;

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
