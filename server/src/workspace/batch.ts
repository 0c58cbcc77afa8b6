import type { Changed, Changing } from "./changed.ts";
import type { Project } from "./project.ts";

/** What a batch of changes did. */
export interface Applied {
  /** Per project, what has other answers now. */
  readonly changed: ReadonlyMap<Project, Changed>;
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
  readonly changed = new Map<Project, Changing>();
  readonly files = new Set<string>();
  readonly wanted: string[] = [];
  structure = false;
  projects = false;

  add(project: Project, changing: Changing): void {
    const before = this.changed.get(project);
    // Mostly there is but one change.
    if (before === undefined) this.changed.set(project, changing);
    else before.add(changing);
    const { keys } = changing;
    if (keys.has("items") || keys.has("today")) this.structure = true;
  }

  result(): Applied {
    const { changed, files, wanted, structure, projects } = this;
    return { changed, files, wanted: [...new Set(wanted)], structure, projects };
  }
}
