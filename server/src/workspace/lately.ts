/**
 * The files of a project in which something became another item or is linked in another way, in the order in which that
 * happened. Who keeps something about ten thousand items looks at those alone again.
 */
export class Lately {
  #paths: string[] = [];
  #forgotten = 0;
  readonly #others = new Set<string>();
  #project: object = {};

  /** Stands for the project, for all who keep something about its items. */
  get project(): object {
    return this.#project;
  }

  /** Names this moment: as many files as have been noted so far. */
  get moment(): number {
    return this.#forgotten + this.#paths.length;
  }

  /** `isOther`: who keeps something about the items of the file may hold what they were. */
  note(path: string, isOther = false): void {
    if (isOther) this.#others.add(path);
    if (this.#paths.push(path) < most) return;
    this.#forgotten += this.#paths.length - few;
    this.#paths = this.#paths.slice(-few);
  }

  /**
   * Of so many files, has another object stand for the project where a good part have items that became others since the
   * last time: nobody may ever ask about them again. True where it has, and all that was kept is gone.
   */
  letGo(files: number): boolean {
    if (this.#others.size <= files / share + some) return false;
    this.#others.clear();
    this.#project = {};
    return true;
  }

  /** The files noted since a moment; undefined where nobody remembers all of them. */
  since(moment: number): ReadonlySet<string> | undefined {
    return moment < this.#forgotten ? undefined : new Set(this.#paths.slice(moment - this.#forgotten));
  }
}

/** One in so many files, and those few that somebody writes in, are let be. */
const share = 10;
const some = 3;

/** Who has not looked for so long looks at everything again. */
const most = 2000;
const few = 1000;
