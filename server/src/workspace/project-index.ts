import type { Day } from "../base/day.ts";
import type { Config } from "../model/config.ts";
import type { Changing } from "./changed.ts";
import { dayIn, isRingKey, nearWord, ringKey } from "./contributions.ts";
import type { Definitions } from "./definitions.ts";
import { DependencyRings, mayChangeRings } from "./dependency-rings.ts";
import type { EdgeTable } from "./edge-table.ts";
import type { Graph } from "./graph.ts";
import type { Lately } from "./lately.ts";
import { Linking } from "./linking.ts";
import { NameIndex } from "./name-index.ts";
import type { Query } from "./query.ts";
import type { Replaced } from "./replaced.ts";

/** What is known about a whole project: looked up when somebody first asks, and patched from then on as its files change. */
export class ProjectIndex {
  /** The days of which anybody has asked whether they are past. */
  readonly days = new Set<Day>();
  readonly #graph: Graph;
  readonly #config: Config;
  readonly #lately: Lately;
  readonly #ask: (record?: (key: string) => void) => Query;
  /** Undefined until somebody asks: while a workspace is being read, most links lead to what has not been read yet. */
  #linking: Linking | undefined;
  #names: NameIndex | undefined;
  #rings: DependencyRings | undefined;
  /** Of the rings that somebody asked about before they were looked for here. */
  #ringKeys: readonly string[] = none;

  constructor(graph: Graph, config: Config, lately: Lately, ask: (record?: (key: string) => void) => Query) {
    this.#graph = graph;
    this.#config = config;
    this.#lately = lately;
    this.#ask = ask;
  }

  definitions(): Definitions {
    return this.#linked().definitions;
  }

  edges(): EdgeTable {
    return this.#linked().edges;
  }

  names(): NameIndex {
    return (this.#names ??= new NameIndex(() => this.#graph.files(), this.#config.schema));
  }

  rings(): DependencyRings {
    return (this.#rings ??= new DependencyRings(this.definitions().inFiles, this.#config.schema, this.edges()));
  }

  /** Whether anybody has asked for what is linked. */
  get isAsked(): boolean {
    return this.#linking !== undefined;
  }

  /** Whether all that is linked has been looked up. */
  get isLinked(): boolean {
    return this.#linking?.isDone === true;
  }

  /** Looks up what is linked, in small steps, before somebody asks and has to wait; things may change between them. */
  *link(): IterableIterator<void> {
    for (const linking = this.#linked(); !linking.isDone; yield) linking.step();
  }

  /** Looks up all that checks will ask of many files, in the same way. */
  *lookUp(): IterableIterator<void> {
    yield* this.link();
    yield* this.names().arrange();
    yield* this.rings().takeIn();
  }

  /** There are answers under these keys that were given before any of it was looked up here. */
  expect(keys: readonly string[]): void {
    if (keys.length === 0) return;
    const words = keys.flatMap((key) => nearWord(key) ?? []);
    if (words.length > 0) this.names().expect(words);
    for (const day of keys.flatMap((key) => dayIn(key) ?? [])) this.days.add(day);
    this.#ringKeys = keys.filter(isRingKey);
  }

  /** A file has become another one, if any did, and there are other answers under keys: adds what differs because of that. */
  replace(file: Replaced | undefined, changed: Changing): void {
    this.#replaceLinks(file, changed);
    if (file === undefined || !changed.keys.has("items")) return;
    for (const key of this.#names?.replace(file.before, file.after) ?? []) changed.keys.add(key);
  }

  /** What is kept to do less for the next change need not be. */
  letGo(): void {
    this.#linking?.letGo();
  }

  /** Adds the edges and rings that differ; what files define is patched with them. */
  #replaceLinks(file: Replaced | undefined, changed: Changing): void {
    if (this.#linking === undefined) return;
    const { places, names } = this.#linking.replace(file, changed.keys);
    for (const place of places) {
      changed.edges.add(place);
      this.#lately.note(place.path);
    }
    if (this.#rings?.areKnown !== true && mayChangeRings(names)) {
      for (const key of this.#ringKeys) changed.keys.add(key);
      this.#ringKeys = none;
    }
    const rings = this.#rings?.replace(names, places, ({ path, index }) => this.#graph.found(path, index));
    for (const place of rings ?? []) changed.keys.add(ringKey(place));
  }

  #linked(): Linking {
    this.#linking ??= new Linking(this.#graph, this.#config, this.#ask);
    return this.#linking;
  }
}

const none: readonly never[] = [];
