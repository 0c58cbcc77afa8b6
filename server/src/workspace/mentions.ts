import { stem } from "../base/path.ts";
import { readTarget } from "../model/read-target.ts";
import type { Schema } from "../model/schema.ts";
import type { Mention, Summary, Target } from "../model/summary.ts";
import { nameKey, pathKey } from "./contributions.ts";
import { Postings } from "./postings.ts";
import type { Query, Resolution } from "./query.ts";

/** What an id or `[[link]]` in the body leads to: `[[ ]]` takes a name, a path, or as vaults write it the end of a path. */
export function resolveMention(mention: Mention, file: Summary, query: Query): Resolution {
  if (mention.form !== "wikilink") return query.resolve(file, { type: "name", name: mention.text });
  for (const target of targetsOf(mention, file.path, query.config.schema)) {
    const resolution = query.resolve(file, target);
    if (resolution.type !== "nothing") return resolution;
  }
  return { type: "nothing" };
}

/** Whether it leads anywhere. */
export function mentionLeads(mention: Mention, file: Summary, query: Query): boolean {
  if (mention.form !== "wikilink") return query.leads(file, { type: "name", name: mention.text });
  return targetsOf(mention, file.path, query.config.schema).some((target) => query.leads(file, target));
}

/** Which files speak of something in their body, by its name or its path. Patched file by file, like all that is looked up. */
export class MentionIndex {
  readonly #schema: Schema;
  readonly #postings = new Postings();
  readonly #files: () => Iterable<Summary>;
  /** By path, those that have not been looked into; undefined until somebody asks for one. */
  #late: Map<string, Summary> | undefined;

  constructor(files: () => Iterable<Summary>, schema: Schema) {
    this.#files = files;
    this.#schema = schema;
  }

  /** Looks into all files, one in a step, before somebody has to wait for it. */
  *takeIn(): IterableIterator<void> {
    this.#late ??= new Map(Array.from(this.#files(), (file) => [file.path, file]));
    for (const [path, file] of this.#late) {
      this.#late.delete(path);
      for (const key of this.#keysOf(file)) this.#postings.add(key, path);
      yield;
    }
  }

  /** Paths of the files that have a mention, or a link in the body, under the key of a name or a path. */
  get(key: string): readonly string[] {
    for (const _ of this.takeIn());
    return this.#postings.get(key);
  }

  replace(before: Summary | undefined, after: Summary | undefined): void {
    if (this.#late === undefined) return;
    if (before !== undefined && this.#late.has(before.path)) {
      if (after === undefined) this.#late.delete(before.path);
      else this.#late.set(after.path, after);
      return;
    }
    if (before?.mentions === after?.mentions && before?.bodyLinks === after?.bodyLinks) return;
    const old = before === undefined ? none : this.#keysOf(before);
    const fresh = after === undefined ? none : this.#keysOf(after);
    for (const key of old) if (!fresh.has(key)) this.#postings.delete(key, before!.path);
    for (const key of fresh) if (!old.has(key)) this.#postings.add(key, after!.path);
  }

  #keysOf({ path, mentions, bodyLinks }: Summary): ReadonlySet<string> {
    const keys = new Set<string>();
    for (const mention of mentions) {
      for (const target of targetsOf(mention, path, this.#schema)) {
        if (target.type === "name") keys.add(nameKey(target.name));
        else if (target.type === "path") for (const candidate of target.paths) keys.add(pathKey(candidate));
      }
    }
    for (const { paths } of bodyLinks) for (const candidate of paths) keys.add(pathKey(candidate));
    return keys;
  }
}

const none: ReadonlySet<string> = new Set();

/** What a mention may ask for, the first that there is counts. */
function targetsOf({ text, form }: Mention, path: string, schema: Schema): readonly Target[] {
  const target = form === "wikilink" ? readTarget(`[[${text}]]`, path, schema) : undefined;
  return target?.type === "path" ? [target, { type: "name", name: stem(text) }] : [{ type: "name", name: text }];
}
