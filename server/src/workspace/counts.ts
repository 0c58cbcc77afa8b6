import type { Summary } from "../model/summary.ts";

/**
 * How much has been read, kept running: so that asking takes no time. Links are counted when somebody first asks, because
 * what stands in bodies stays packed until then.
 */
export class Counts {
  readonly #files: () => Iterable<Summary>;
  #specs = 0;
  #links = 0;
  /** By path, those of which links have not been counted; undefined until somebody asks. */
  #late: Map<string, Summary> | undefined;

  constructor(files: () => Iterable<Summary>) {
    this.#files = files;
  }

  /** Files that hold an item. */
  get specs(): number {
    return this.#specs;
  }

  /** Links in fields, and mentions of items in the body. */
  get links(): number {
    for (const _ of this.countLinks());
    return this.#links;
  }

  /** Counts links, of one file in a step, before somebody has to wait for it; things may change between them. */
  *countLinks(): Generator<void> {
    this.#late ??= new Map(Array.from(this.#files(), (file) => [file.path, file]));
    for (const [path, file] of this.#late) {
      this.#late.delete(path);
      this.#links += linksIn(file);
      yield;
    }
  }

  replace(before: Summary | undefined, after: Summary | undefined): void {
    if (before === after) return;
    this.#specs += holds(after) - holds(before);
    if (this.#late === undefined) return;
    if (before === undefined || !this.#late.has(before.path)) this.#links += linksIn(after) - linksIn(before);
    else if (after === undefined) this.#late.delete(before.path);
    else this.#late.set(after.path, after);
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
