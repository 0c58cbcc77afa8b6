import type { Summary } from "../model/summary.ts";

/**
 * How much has been read, kept running: so that asking takes no time. Links are counted when somebody first asks, because
 * what stands in bodies stays packed until then.
 */
export class Counts {
  readonly #files: () => Iterable<Summary>;
  #specs = 0;
  #links: number | undefined;

  constructor(files: () => Iterable<Summary>) {
    this.#files = files;
  }

  /** Files that hold an item. */
  get specs(): number {
    return this.#specs;
  }

  /** Links in fields, and mentions of items in the body. */
  get links(): number {
    if (this.#links !== undefined) return this.#links;
    let links = 0;
    for (const file of this.#files()) links += linksIn(file);
    this.#links = links;
    return links;
  }

  replace(before: Summary | undefined, after: Summary | undefined): void {
    if (before === after) return;
    this.#specs += holds(after) - holds(before);
    if (this.#links !== undefined) this.#links += linksIn(after) - linksIn(before);
  }
}

function holds(file: Summary | undefined): number {
  return file === undefined || file.items.length === 0 ? 0 : 1;
}

function linksIn(file: Summary | undefined): number {
  if (file === undefined) return 0;
  let links = 0;
  for (const { fields } of file.items) for (const field of fields.values()) links += field.links.length;
  for (const { form } of file.mentions) if (form !== "section") links++;
  return links;
}
