import { isIn, type Position } from "../base/lines.ts";
import { placeRange } from "../model/places.ts";
import type { Project } from "../workspace/project.ts";
import type { Found } from "../workspace/query.ts";
import type { State } from "./feature.ts";

/** An item, and the project and file it is in. */
export interface Sited {
  readonly project: Project;
  readonly found: Found;
  readonly uri: string;
}

/** The innermost item around a position. */
export function itemAt(state: State, uri: string, position: Position): Sited | undefined {
  const located = state.workspace.locate(uri);
  const file = located?.project.summary(located.path);
  const places = located?.project.places(located.path);
  if (located === undefined || file === undefined || places === undefined) return undefined;
  let best: number | undefined;
  for (const [index, item] of file.items.entries()) {
    if (isIn(placeRange(places, item.whole), position)) best = index;
  }
  const found = best === undefined ? undefined : located.project.query.at(located.path, best);
  return found === undefined ? undefined : { project: located.project, found, uri };
}

/**
 * The item that goes by a key: the one in that file, else in the project of that file, else in any project. Folders of one
 * window, and copies that should not be there, give the same id to several.
 */
export function itemByKey(state: State, key: string, uri?: string): Sited | undefined {
  const located = uri === undefined ? undefined : state.workspace.locate(uri);
  if (located !== undefined) {
    const { project, path } = located;
    const index = project.summary(path)?.items.findIndex((item) => item.key === key) ?? -1;
    const found = index < 0 ? undefined : project.query.at(path, index);
    if (found !== undefined) return { project, found, uri: project.uriOf(path) };
  }
  const projects =
    located === undefined ? state.workspace.projects() : [located.project, ...state.workspace.projects()];
  for (const project of projects) {
    const found = project.query.definition(key);
    if (found !== undefined) return { project, found, uri: project.uriOf(found.file.path) };
  }
  return undefined;
}
