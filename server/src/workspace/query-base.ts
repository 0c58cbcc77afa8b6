import type { Day } from "../base/day.ts";
import type { Config } from "../model/config.ts";
import type { Definitions } from "./definitions.ts";
import type { DependencyRings } from "./dependency-rings.ts";
import type { EdgeTable } from "./edge-table.ts";
import type { Graph } from "./graph.ts";
import type { Lately } from "./lately.ts";
import type { NameIndex } from "./name-index.ts";

/** What a query stands on. */
export interface QueryBase {
  readonly config: Config;
  readonly today: string;
  readonly graph: Graph;
  readonly lately: Lately;
  readonly exists: (path: string) => boolean | undefined;
  /** What is known about all of the graph. */
  readonly index: ProjectIndex;
}

/** What is known about the whole project, patched as its files change. */
export interface ProjectIndex {
  readonly definitions: () => Definitions;
  readonly edges: () => EdgeTable;
  readonly names: () => NameIndex;
  readonly rings: () => DependencyRings;
  readonly hasItems: () => boolean;
  /** The days of which anybody has asked whether they are past. */
  readonly days: Set<Day>;
}
