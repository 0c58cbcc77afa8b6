import { folderUri } from "../base/uri.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/** The paths choose what is reported; the whole project is read all the same. */
export function inPaths(paths: readonly string[], terminal: Terminal): (uri: string) => boolean {
  if (paths.length === 0) return () => true;
  const wanted = paths.map((path) => {
    const uri = folderUri(terminal.uriOf(path));
    if (!terminal.exists(uri)) throw new UsageError(`There is nothing at ${path}.`);
    return uri;
  });
  return (uri) => wanted.some((start) => uri === start || uri.startsWith(`${start}/`));
}
