import { sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The path of a file's URI on this machine. Most are written in a URI as they are: then nobody takes the URI apart. */
export function pathOfUri(uri: string): string {
  return sep === "/" && isPlain.test(uri) ? uri.slice("file://".length) : fileURLToPath(uri);
}

const isPlain = /^file:\/\/(?:\/(?!\.\.?(?:\/|$))[\w.~-]+)+$/;
