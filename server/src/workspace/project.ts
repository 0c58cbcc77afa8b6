import { readDay } from "../base/day.ts";
import { detach } from "../base/detach.ts";
import type { Document } from "../base/document.ts";
import type { Packed } from "../base/packed.ts";
import { uriOf } from "../base/uri.ts";
import type { Config } from "../model/config.ts";
import type { Places } from "../model/places.ts";
import { readSpec, type Spec } from "../model/read-spec.ts";
import type { Summary } from "../model/summary.ts";
import { Changing } from "./changed.ts";
import { Checks } from "./checks.ts";
import { type Bearer, dayKey, nameKey, pathKey, type Referrer } from "./contributions.ts";
import { Counts } from "./counts.ts";
import { Graph } from "./graph.ts";
import { Lately } from "./lately.ts";
import { MentionIndex } from "./mentions.ts";
import { ProjectIndex } from "./project-index.ts";
import { projectQueries } from "./project-query.ts";
import type { Query } from "./query.ts";
import type { Replaced } from "./replaced.ts";
import { type Looks, unchanging, unwatched, watchedBy } from "./watch.ts";

/** One project: the files below a folder that share a configuration. Patched by `replace`, read through queries. */
export class Project {
  /** URI of the folder, without a slash at the end. */
  readonly root: string;
  /** URI of the `throughline.yaml`, or of where it would be. */
  readonly configUri: string;
  readonly config: Config;
  readonly #graph = new Graph();
  readonly #lately = new Lately();
  readonly #places = new Map<string, Places>();
  #paths: readonly string[] | undefined;
  readonly #exists: (path: string) => boolean | undefined;
  #today: string;
  #version = 0;
  readonly #index: ProjectIndex;
  #query: Query | undefined;
  readonly #checks = new Checks((looks) => this.#queries(looks));
  readonly #mentions: MentionIndex;
  readonly #counts = new Counts(() => this.#graph.files());

  constructor(
    root: string,
    configUri: string,
    config: Config,
    today: string,
    exists: (path: string) => boolean | undefined,
  ) {
    this.root = root;
    this.configUri = configUri;
    this.config = config;
    this.#today = today;
    this.#exists = exists;
    this.#mentions = new MentionIndex(() => this.#graph.files(), config.schema);
    this.#index = new ProjectIndex(this.#graph, config, this.#lately, (record) => this.ask(record));
  }

  /** Grows whenever an item changes; what is computed over the whole project may be kept for one version. */
  get version(): number {
    return this.#version;
  }

  get today(): string {
    return this.#today;
  }

  get query(): Query {
    this.#query ??= this.ask();
    return this.#query;
  }

  /** A query that reports every key it looks at. */
  ask(record?: (key: string) => void): Query {
    return this.#queries(record === undefined ? unwatched : watchedBy(record))();
  }

  /** A query for those who ask about everything while nothing changes. */
  askForAll(): Query {
    return this.#queries(unchanging)();
  }

  /** Does some work of a file's, and remembers for it what is looked at: when that is another, the file is due. */
  check<T>(path: string, work: (query: Query) => T): T {
    if (this.#checks.isAsleep) {
      for (const _ of this.link());
      this.#wake();
    }
    return this.#checks.run(path, work);
  }

  /** Nothing is remembered for the check of a file any more. */
  forgetCheck(path: string): void {
    this.#checks.forget(path);
  }

  /**
   * What all checks look at, for a project at another time that says just what this one says now. In small steps, between
   * which nothing may change.
   */
  *packLooks(): Generator<void, Packed> {
    return yield* this.#checks.pack();
  }

  /**
   * All files were checked when the project said just what it says now: `looks` gives what `packLooks` gave then. It is
   * asked when something changes; where it has nothing, or what is linked has not been looked up by then, all are due.
   */
  takeLooks(looks: () => Packed | undefined): void {
    this.#checks.take(looks);
  }

  /** Nobody asks for the moment: what was found for all who ask need not be kept. */
  rest(): void {
    this.#checks.rest();
  }

  /** Looks up what is linked, in small steps, before somebody asks and has to wait; things may change between them. */
  link(): IterableIterator<void> {
    return this.#index.link();
  }

  /** Looks up all that checks will ask of many files, in the same way. */
  lookUp(): IterableIterator<void> {
    return this.#index.lookUp();
  }

  /**
   * How many files were read, how many of them hold items, how many of those define something, and the links among them: the
   * last two take time where nobody has asked before.
   */
  get counts() {
    const [counts, index] = [this.#counts, this.#index];
    return {
      files: this.#places.size,
      specs: counts.specs,
      get items() {
        return index.definitions().size;
      },
      get links() {
        return counts.links;
      },
    };
  }

  /** Counts the links for `counts`, in small steps; things may change between them. */
  countLinks(): Iterable<void> {
    return this.#counts.countLinks();
  }

  /** Paths of the Markdown files that were read, specs or not; the same list until one comes or goes. */
  paths(): readonly string[] {
    return (this.#paths ??= [...this.#places.keys()]);
  }

  summary(path: string): Summary | undefined {
    return this.#graph.file(path);
  }

  /** What was read of every file. */
  summaries(): Iterable<Summary> {
    return this.#graph.files();
  }

  places(path: string): Places | undefined {
    return this.#places.get(path);
  }

  /** Everything that goes by a name. */
  named(name: string): readonly Bearer[] {
    return this.#graph.list(nameKey(name)) as readonly Bearer[];
  }

  /** The links in fields that are found under a key, see `referrerKey`. */
  links(key: string): readonly Referrer[] {
    return this.#graph.list(key) as readonly Referrer[];
  }

  /** Paths of the files whose body speaks of what has this name or path, see `nameKey` and `pathKey`. */
  mentioning(key: string): readonly string[] {
    return this.#mentions.get(key);
  }

  /** Looks up what all texts speak of, in small steps, before somebody asks and has to wait; things may change between them. */
  lookIntoTexts(): IterableIterator<void> {
    return this.#mentions.takeIn();
  }

  uriOf(path: string): string {
    return uriOf(this.root, path);
  }

  /** What is kept of a text does not keep the text. */
  read(path: string, document: Document): Changing {
    const { summary, places } = readSpec(document, path, this.config);
    return this.replace(path, { summary: detach(summary), places });
  }

  /** Puts what was read in the place of what a file said, or forgets it. */
  replace(path: string, spec: Spec | undefined): Changing {
    this.#wake();
    if (this.#places.has(path) !== (spec !== undefined)) this.#paths = undefined;
    if (spec === undefined) {
      this.#places.delete(path);
      return this.#patch(path, undefined);
    }
    this.#places.set(path, spec.places);
    return this.#patch(path, spec.summary);
  }

  setToday(today: string): Changing {
    if (today === this.#today) return new Changing();
    this.#wake();
    const between = [readDay(this.#today) ?? 0, readDay(today) ?? 0].sort((a, b) => a - b);
    this.#today = today;
    this.#query = undefined;
    this.#version++;
    const changed = new Changing(["today"]);
    for (const day of this.#index.days) if (day >= between[0]! && day < between[1]!) changed.keys.add(dayKey(day));
    return this.#withAll(undefined, changed);
  }

  /** Something else than a document of the project came to lie at a path, or is gone from there. */
  news(path: string): Changing {
    return this.renew(pathKey(path));
  }

  /** There is another answer under a key. */
  renew(key: string): Changing {
    this.#wake();
    return this.#withAll(undefined, new Changing([key]));
  }

  #patch(path: string, summary: Summary | undefined): Changing {
    const before = this.#graph.file(path);
    const isAsked = this.#index.isAsked || this.#checks.isAsked;
    const changed = new Changing(this.#graph.replace(path, summary, isAsked));
    this.#mentions.replace(before, summary);
    this.#counts.replace(before, summary);
    if (changed.keys.size === 0) return changed;
    if (changed.keys.has("items")) {
      this.#lately.note(path, before !== undefined);
      this.#version++;
      this.#query = undefined;
    }
    return this.#withAll({ path, before, after: this.#graph.file(path) }, changed);
  }

  /** Before something changes, it has to be known who looks at what, and what is made for those who asked has to be there. */
  #wake(): void {
    if (!this.#checks.isAsleep) return;
    this.#index.expect(this.#checks.wake(this.#index.isLinked));
  }

  /** Adds what is linked otherwise now, and the checks that looked at anything that differs. */
  #withAll(file: Replaced | undefined, changed: Changing): Changing {
    this.#index.replace(file, changed);
    if (changed.keys.size > 0) this.#checks.due(changed, () => this.paths());
    return changed;
  }

  /**
   * In a quiet moment: gives back the room of what nobody looks at any more, where that is worth it. True where what was looked
   * up of all items is gone, because a good part of them have become others.
   */
  tidy(): boolean {
    this.#checks.tidy();
    if (!this.#lately.letGo(this.#places.size)) return false;
    this.#query = undefined;
    this.#checks.rest();
    this.#index.letGo();
    return true;
  }

  #queries(looks: Looks): () => Query {
    const base = {
      config: this.config,
      today: this.#today,
      graph: this.#graph,
      lately: this.#lately,
      counts: this.#counts,
      exists: this.#exists,
      index: this.#index,
    };
    return projectQueries(base, looks);
  }
}
