import type { Config } from "../model/config.ts";
import { Definitions } from "./definitions.ts";
import { EdgeTable } from "./edge-table.ts";
import type { Graph } from "./graph.ts";
import type { Query } from "./query.ts";
import type { Replaced } from "./replaced.ts";

/**
 * What files define and how it is linked, looked up for all files of a graph at once: step by step where there is time for
 * it, and to the end as soon as somebody asks. It has to hear of every change, also between the steps.
 */
export class Linking {
  readonly #edges: EdgeTable;
  readonly #definitions: Definitions;
  /** Undefined when all is done. */
  #rest: Iterator<void> | undefined;
  /** Whoever is looked up here asks for what is there so far. */
  #isStepping = false;
  /** Whether anything has been looked up. */
  #isBegun = false;

  constructor(graph: Graph, config: Config, ask: (record?: (key: string) => void) => Query) {
    this.#edges = new EdgeTable(graph, config, ask);
    this.#definitions = new Definitions(config.schema);
    this.#rest = this.#all(graph);
  }

  /** Before that nobody has seen what is here. */
  get isDone(): boolean {
    return this.#rest === undefined;
  }

  get edges(): EdgeTable {
    this.#finish();
    return this.#edges;
  }

  get definitions(): Definitions {
    this.#finish();
    return this.#definitions;
  }

  step(): void {
    this.#soFar(() => {
      if (this.#rest?.next().done === true) this.#rest = undefined;
    });
  }

  /** A file has become another one, if any did, and the answers under `changed` differ: as `EdgeTable.replace`. */
  replace(file: Replaced | undefined, changed: ReadonlySet<string>): ReturnType<EdgeTable["replace"]> {
    if (!this.#isBegun) return nothing;
    return this.#soFar(() => {
      const replaced = this.#edges.replace(file, changed);
      for (const path of replaced.files) this.#definitions.set(path, this.#edges.defines(path));
      return replaced;
    });
  }

  /** What is kept to do less for the next change need not be. */
  letGo(): void {
    this.#edges.letGo();
    this.#definitions.letGo();
  }

  #soFar<T>(work: () => T): T {
    this.#isStepping = true;
    try {
      return work();
    } finally {
      this.#isStepping = false;
    }
  }

  #finish(): void {
    while (!this.isDone && !this.#isStepping) this.step();
  }

  *#all(graph: Graph): IterableIterator<void> {
    yield* graph.takeIn();
    this.#isBegun = true;
    yield* this.#edges.fill();
    for (const { path } of graph.files()) {
      this.#definitions.set(path, this.#edges.defines(path));
      yield;
    }
  }
}

const nothing: ReturnType<EdgeTable["replace"]> = { files: new Set(), places: new Set(), names: new Set() };
