import type { Config } from "../model/config.ts";
import type { Counts } from "./counts.ts";
import type { Graph } from "./graph.ts";
import type { Lately } from "./lately.ts";
import type { ProjectIndex } from "./project-index.ts";

/** What a query stands on. */
export interface QueryBase {
  readonly config: Config;
  readonly today: string;
  readonly graph: Graph;
  readonly lately: Lately;
  readonly counts: Counts;
  readonly exists: (path: string) => boolean | undefined;
  /** What is known about all of the graph. */
  readonly index: ProjectIndex;
}
