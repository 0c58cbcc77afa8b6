import { twice } from "../base/twice.ts";

/** All looks: by whom, at which age of theirs, and the look at the same thing before. */
export class LookList {
  #by: Int32Array;
  #age: Int32Array;
  #before: Int32Array;
  end = 0;

  constructor(size: number) {
    this.#by = new Int32Array(Math.max(size, room));
    this.#age = new Int32Array(this.#by.length);
    this.#before = new Int32Array(this.#by.length);
  }

  add(by: number, age: number, before: number): number {
    if (this.end === this.#by.length) {
      this.#by = twice(this.#by);
      this.#age = twice(this.#age);
      this.#before = twice(this.#before);
    }
    this.#by[this.end] = by;
    this.#age[this.end] = age;
    this.#before[this.end] = before;
    return ++this.end;
  }

  by(at: number): number {
    return this.#by[at - 1]!;
  }

  age(at: number): number {
    return this.#age[at - 1]!;
  }

  before(at: number): number {
    return this.#before[at - 1]!;
  }
}

/** At least for so many. */
const room = 1024;
