import { pathOf } from "../base/uri.ts";
import type { Project } from "./project.ts";

export interface Located {
  readonly project: Project;
  /** Relative to the project's folder. */
  readonly path: string;
}

/** The projects of a workspace, each in a folder. Found by the folders around a file, so it does not matter how many there are. */
export class Projects {
  readonly all: readonly Project[];
  readonly #byRoot: ReadonlyMap<string, Project>;
  /** Whoever asks about a file asks several times, and then about its neighbour. */
  #last: { readonly uri: string; readonly located: Located | undefined } = { uri: "", located: undefined };

  constructor(all: readonly Project[]) {
    this.all = all;
    this.#byRoot = new Map(all.map((project) => [project.root, project]));
  }

  has(project: Project): boolean {
    return this.#byRoot.get(project.root) === project;
  }

  /** The project that a file is in, that of the nearest folder around it, and where in it. */
  locate(uri: string): Located | undefined {
    if (uri === this.#last.uri) return this.#last.located;
    const project = this.nearest(uri);
    const located = project && { project, path: pathOf(project.root, uri)! };
    this.#last = { uri, located };
    return located;
  }

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
