import type { Project } from "./project.ts";

/** The projects of a workspace, each in a folder. Found by the folders around a file, so it does not matter how many there are. */
export class Projects {
  readonly all: readonly Project[];
  readonly #byRoot: ReadonlyMap<string, Project>;

  constructor(all: readonly Project[]) {
    this.all = all;
    this.#byRoot = new Map(all.map((project) => [project.root, project]));
  }

  has(project: Project): boolean {
    return this.#byRoot.get(project.root) === project;
  }

  /** The project that a file is in: that of the nearest folder around it. */
  nearest(uri: string): Project | undefined {
    return this.#first(uri, uri.lastIndexOf("/"));
  }

  /** Those whose folder it is, or lies in, from the inside out. */
  *around(uri: string): Iterable<Project> {
    let project = this.#first(uri, uri.length);
    for (; project !== undefined; project = this.#first(uri, uri.lastIndexOf("/", project.root.length - 1)))
      yield project;
  }

  /** That of the folder whose name ends at an offset of the URI, or of the nearest one around it. */
  #first(uri: string, from: number): Project | undefined {
    for (let end = from; end > 0; end = uri.lastIndexOf("/", end - 1)) {
      const project = this.#byRoot.get(uri.slice(0, end));
      if (project !== undefined) return project;
    }
    return undefined;
  }
}
