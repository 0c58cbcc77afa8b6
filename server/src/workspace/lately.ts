/**
 * The files of a project in which something became another item or is linked in another way, in the order in which that
 * happened. Who keeps something about ten thousand items looks at those alone again.
 */
export class Lately {
  #paths: string[] = [];
  #forgotten = 0;

  /** Names this moment: as many files as have been noted so far. */
  get moment(): number {
    return this.#forgotten + this.#paths.length;
  }

  note(path: string): void {
    if (this.#paths.push(path) < most) return;
    this.#forgotten += this.#paths.length - few;
    this.#paths = this.#paths.slice(-few);
  }

  /** The files noted since a moment; undefined where nobody remembers all of them. */
  since(moment: number): ReadonlySet<string> | undefined {
    return moment < this.#forgotten ? undefined : new Set(this.#paths.slice(moment - this.#forgotten));
  }
}

/** Who has not looked for so long looks at everything again. */
const most = 2000;
const few = 1000;
