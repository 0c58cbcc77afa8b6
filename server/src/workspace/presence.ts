import { parentUri } from "../base/uri.ts";

/**
 * What is known to lie where: files, pictures, and the folders around them, for as long as something is in them.
 * `put` and `take` return the URIs of which this is news.
 */
export class Presence {
  /** How often a place was named; of a folder also how many files and folders lie in it. */
  readonly #counts = new Map<string, number>();
  /** What is neither a Markdown file nor a configuration. */
  readonly #others = new Set<string>();
  #isComplete = false;

  get others(): ReadonlySet<string> {
    return this.#others;
  }

  /** Whether all others are known. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** From now on all others are known, or not all of them any more. False where that was so before. */
  become(isComplete: boolean): boolean {
    const isNews = isComplete !== this.#isComplete;
    this.#isComplete = isComplete;
    return isNews;
  }

  /** Whether anything lies there; undefined where that is not known. */
  has(uri: string): boolean | undefined {
    if (this.#counts.has(uri)) return true;
    return this.#isComplete ? false : undefined;
  }

  putOther(uri: string): readonly string[] {
    if (this.#others.has(uri)) return [];
    this.#others.add(uri);
    return this.put(uri);
  }

  takeOther(uri: string): readonly string[] {
    return this.#others.delete(uri) ? this.take(uri) : [];
  }

  put(uri: string): readonly string[] {
    const news: string[] = [];
    for (const place of around(uri)) {
      const count = this.#counts.get(place) ?? 0;
      this.#counts.set(place, count + 1);
      if (count > 0) break;
      news.push(place);
    }
    return news;
  }

  take(uri: string): readonly string[] {
    const news: string[] = [];
    for (const place of around(uri)) {
      const count = (this.#counts.get(place) ?? 0) - 1;
      if (count > 0) this.#counts.set(place, count);
      else if (this.#counts.delete(place)) news.push(place);
      if (count !== 0) break;
    }
    return news;
  }
}

/** A place and the folders around it, down to the scheme. */
function* around(uri: string): Iterable<string> {
  for (let place = uri; place.includes("//"); place = parentUri(place)) yield place;
}
