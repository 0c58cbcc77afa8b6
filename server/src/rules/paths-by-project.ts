import type { Project } from "../workspace/project.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Markdown files that lie in each project, whether it looks at them or not: what a configuration finds nothing for is asked after every edit. */
export class PathsByProject {
  #files: readonly string[] = [];
  #projects: readonly Project[] = [];
  /** Holds for as long as there are no other files and the projects are the same. */
  #by: ReadonlyMap<Project, readonly string[]> = new Map();

  in(project: Project, workspace: Workspace): readonly string[] {
    const [files, projects] = [workspace.files(), workspace.projects()];
    if (files !== this.#files || projects !== this.#projects) {
      this.#by = sorted(workspace);
      this.#files = files;
      this.#projects = projects;
    }
    return this.#by.get(project) ?? [];
  }
}

function sorted(workspace: Workspace): ReadonlyMap<Project, readonly string[]> {
  const by = new Map<Project, string[]>(workspace.projects().map((one) => [one, []]));
  for (const uri of workspace.files()) {
    const located = workspace.locate(uri);
    if (located !== undefined) by.get(located.project)?.push(located.path);
  }
  return by;
}
