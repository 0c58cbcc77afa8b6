import { parentUri } from "../base/uri.ts";

/**
 * What is known to lie where: files, pictures, and the folders around them, for as long as something is in them.
 * `put` and `take` return the URIs of which this is news.
 */
export class Presence {
  /** How often a place was named; of a folder also how many files and folders lie in it. */
  readonly #counts = new Map<string, number>();

  has(uri: string): boolean {
    return this.#counts.has(uri);
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
