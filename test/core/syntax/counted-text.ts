/** Stands in for a string and counts how many characters are looked at, which is a clock that does not jitter. */
export class CountedText extends String {
  #steps = 0;

  get steps(): number {
    return this.#steps;
  }

  override charCodeAt(index: number): number {
    this.#steps++;
    return super.charCodeAt(index);
  }

  override charAt(index: number): string {
    this.#steps++;
    return super.charAt(index);
  }

  override slice(start?: number, end?: number): string {
    const part = super.slice(start, end);
    this.#steps += part.length;
    return part;
  }

  override indexOf(searched: string, from = 0): number {
    const at = super.indexOf(searched, from);
    this.#steps += (at < 0 ? this.length : at) - from;
    return at;
  }

  override startsWith(searched: string, at?: number): boolean {
    this.#steps += searched.length;
    return super.startsWith(searched, at);
  }
}
