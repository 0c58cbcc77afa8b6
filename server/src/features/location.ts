import type { Location } from "vscode-languageserver";
import { placeRange } from "../model/places.ts";
import type { Entry } from "../model/summary.ts";
import type { Project } from "../workspace/project.ts";

/** Where something stands, in files that are closed too: places are kept when texts are not. */
export function locationOf(project: Project, path: string, entry: Entry): Location | undefined {
  const places = project.places(path);
  return places === undefined ? undefined : { uri: project.uriOf(path), range: placeRange(places, entry) };
}

/** Each once, in the order of paths and places: a line of fields below a title names an item and mentions it. */
export function inOrder(locations: readonly Location[]): readonly Location[] {
  const sorted = [...locations].sort(
    (a, b) =>
      (a.uri === b.uri ? 0 : a.uri < b.uri ? -1 : 1) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.character - b.range.start.character,
  );
  return sorted.filter((one, at) => at === 0 || !isSamePlace(one, sorted[at - 1]!));
}

function isSamePlace(a: Location, b: Location): boolean {
  const [one, other] = [a.range.start, b.range.start];
  return a.uri === b.uri && one.line === other.line && one.character === other.character;
}
