import { hashNumbers } from "../base/hash.ts";
import { twice } from "../base/twice.ts";

/**
 * Which files something stands in, by key. Of a hundred thousand there are no lists and no keys, only numbers: two keys are
 * taken for one where 64 bits of them agree, practically never. Whoever writes or shows something because of it looks into
 * the file itself.
 */
export class Postings {
  /** By place: two numbers of the key, the posting before it in the same row as one more than its place (0 for none), the path. */
  #ones = new Int32Array(few);
  #others = new Int32Array(few);
  #before = new Int32Array(few);
  readonly #paths: (string | undefined)[] = [];
  /** The last posting of each row: there are as many rows as places. */
  #rows = new Int32Array(few);
  /** The places that are free stand in a row, too. */
  #free = 0;

  add(key: string, path: string): void {
    const at = this.#place();
    [this.#ones[at], this.#others[at]] = hashNumbers(key);
    this.#paths[at] = path;
    this.#link(at);
  }

  delete(key: string, path: string): void {
    const [one, other] = hashNumbers(key);
    const row = this.#rowOf(one);
    let behind = 0;
    for (let next = this.#rows[row]!; next !== 0; next = this.#before[next - 1]!) {
      const at = next - 1;
      if (this.#ones[at] === one && this.#others[at] === other && this.#paths[at] === path) {
        if (behind === 0) this.#rows[row] = this.#before[at]!;
        else this.#before[behind - 1] = this.#before[at]!;
        [this.#before[at], this.#paths[at], this.#free] = [this.#free, undefined, next];
        return;
      }
      behind = next;
    }
  }

  get(key: string): readonly string[] {
    const [one, other] = hashNumbers(key);
    const paths: string[] = [];
    for (let next = this.#rows[this.#rowOf(one)]!; next !== 0; next = this.#before[next - 1]!) {
      const at = next - 1;
      if (this.#ones[at] === one && this.#others[at] === other) paths.push(this.#paths[at]!);
    }
    return paths;
  }

  #rowOf(one: number): number {
    return one & (this.#rows.length - 1);
  }

  #link(at: number): void {
    const row = this.#rowOf(this.#ones[at]!);
    this.#before[at] = this.#rows[row]!;
    this.#rows[row] = at + 1;
  }

  #place(): number {
    const at = this.#free === 0 ? this.#paths.length : this.#free - 1;
    if (this.#free !== 0) this.#free = this.#before[at]!;
    if (at < this.#rows.length) return at;
    [this.#ones, this.#others, this.#before] = [twice(this.#ones), twice(this.#others), twice(this.#before)];
    // There are more rows now, and none of the places is free.
    this.#rows = new Int32Array(this.#before.length);
    for (let each = 0; each < at; each++) this.#link(each);
    return at;
  }
}

/** Places at first; a power of two, as there are ever. */
const few = 16;
