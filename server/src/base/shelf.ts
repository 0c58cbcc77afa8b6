/**
 * Keeps many short runs of bytes close together: one by one each would be a buffer of its own, and what lies between them
 * would be lost. A board of the shelf lives for as long as anything on it.
 */
export class Shelf {
  #board = new Uint8Array(0);
  #at = 0;
  #draft = new Uint8Array(0);

  /**
   * Room in which so many bytes may be written before they are put here: always the same, with what is left in it from the
   * last time. One for each run would be more garbage than what is kept.
   */
  draft(length: number): Uint8Array {
    if (this.#draft.length < length) this.#draft = new Uint8Array(length);
    return this.#draft;
  }

  /** A copy, which begins at a multiple of four, for numbers that are read in their place. */
  put(bytes: Uint8Array): Uint8Array {
    // Not a slice: of a buffer of Node's that would be the same bytes.
    if (bytes.length > board / 8) return new Uint8Array(bytes);
    if (this.#at + bytes.length > this.#board.length) {
      this.#board = new Uint8Array(board);
      this.#at = 0;
    }
    const start = this.#at;
    this.#board.set(bytes, start);
    this.#at = (start + bytes.length + 3) & ~3;
    return this.#board.subarray(start, start + bytes.length);
  }
}

/** Bytes: what a hundred documents are packed to. */
const board = 1 << 18;
