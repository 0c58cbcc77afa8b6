/** What has other answers after a change of a project. */
export interface Changed {
  /** The keys whose answers differ now; those of edges are not among them, because a name may have a thousand. */
  readonly keys: ReadonlySet<string>;
  /** The places of the items whose edges differ. */
  readonly edges: ReadonlySet<Place>;
  /** Paths of the files whose check looked at any of that. */
  readonly checks: ReadonlySet<string>;
}

/** Where an item stands. */
export interface Place {
  readonly path: string;
  readonly index: number;
}

/** Collects what has changed. */
export class Changing implements Changed {
  readonly keys: Set<string>;
  readonly edges = new Set<Place>();
  readonly checks = new Set<string>();

  constructor(keys: Iterable<string> = []) {
    this.keys = new Set(keys);
  }

  add({ keys, edges, checks }: Changed): void {
    for (const key of keys) this.keys.add(key);
    for (const place of edges) this.edges.add(place);
    for (const path of checks) this.checks.add(path);
  }
}
