import type { Project } from "./project.ts";

/** What a batch of changes did. */
export interface Applied {
  /** Per project, the keys whose answers differ now. */
  readonly keys: ReadonlyMap<Project, ReadonlySet<string>>;
  /** Files that were read anew, moved or forgotten. */
  readonly files: ReadonlySet<string>;
  /** Closed files whose text is wanted again: the configuration they are read with has changed. */
  readonly wanted: readonly string[];
  /** An item changed somewhere: what shows the plan may differ. */
  readonly structure: boolean;
  /** Projects came, went or were configured anew. */
  readonly projects: boolean;
}

/** Collects what happens while changes are applied. */
export class Batch {
  readonly keys = new Map<Project, ReadonlySet<string>>();
  readonly #more = new Map<Project, Set<string>>();
  readonly files = new Set<string>();
  readonly wanted: string[] = [];
  structure = false;
  projects = false;

  add(project: Project, keys: ReadonlySet<string>): void {
    const before = this.keys.get(project);
    // Mostly one file changes, and its keys are a thousand where many link to it.
    if (before === undefined) this.keys.set(project, keys);
    else {
      const all = this.#more.get(project) ?? new Set(before);
      for (const key of keys) all.add(key);
      this.#more.set(project, all);
      this.keys.set(project, all);
    }
    if (keys.has("items") || keys.has("today")) this.structure = true;
  }

  result(): Applied {
    const { keys, files, wanted, structure, projects } = this;
    return { keys, files, wanted: [...new Set(wanted)], structure, projects };
  }
}
