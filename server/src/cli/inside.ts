import { pathOf } from "../base/uri.ts";
import type { Opened } from "./open-project.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/** Stops before anything is written where a link leads out of the folder: nobody has named what lies there. */
export function stayInside(
  uris: Iterable<string>,
  { root, show }: Opened,
  terminal: Terminal,
  advice = "--root may name a folder that holds both.",
): void {
  const folder = terminal.placeOf(root);
  for (const uri of uris) {
    const place = terminal.placeOf(uri);
    if (pathOf(folder, place) !== undefined) continue;
    throw new UsageError(
      `${show(uri)} lies outside of this folder, at ${terminal.show(place)}, where a link leads: nothing was written. ${advice}`,
    );
  }
}
