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

/** The item that goes by a key, in any project. */
export function itemByKey(state: State, key: string): Sited | undefined {
  for (const project of state.workspace.projects()) {
    const found = project.query.definition(key);
    if (found !== undefined) return { project, found, uri: project.uriOf(found.file.path) };
  }
  return undefined;
}
