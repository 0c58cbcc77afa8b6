import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** A file of the project that holds code, as the tests about the house see it. */
export interface Source {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The text without comments that stand on lines of their own or at the end of one. */
  readonly code: string;
  readonly lines: number;
  readonly imports: readonly Import[];
}

export interface Import {
  /** A path from the top of the repository, or the name of a package. */
  readonly to: string;
  /** `import type`: nothing of it is left when the code runs. */
  readonly isType: boolean;
}

const places = ["client", "server", "test", "scripts", "bench"];

/** Every file with code, ordered by path. */
export const sources: readonly Source[] = places
  .flatMap((place) => readdirSync(place, { recursive: true, encoding: "utf8" }).map((name) => join(place, name)))
  .filter((path) => /\.(?:ts|mjs)$/.test(path))
  .map((path) => path.replaceAll("\\", "/"))
  .sort()
  .map(readSource);

/** The sources below a folder, or the one with that path. */
export function sourcesIn(place: string): readonly Source[] {
  return sources.filter(({ path }) => path === place || path.startsWith(`${place}/`));
}

/** Groups of files that import each other in a circle, types included; each group ordered by path. */
export function circles(files: readonly Source[]): readonly (readonly string[])[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Map(files.map(({ path }) => [path, reachableFrom(path, byPath)]));
  const groups = files
    .filter(({ path }) => reached.get(path)!.has(path))
    .map(({ path }) => [...reached.get(path)!].filter((other) => reached.get(other)!.has(path)).sort());
  return [...new Map(groups.map((group) => [group.join(), group])).values()];
}

function readSource(path: string): Source {
  const text = readFileSync(path, "utf8");
  const code = text.replace(/^\s*\/\*[\s\S]*?\*\//gm, "").replace(/(^|\s)\/\/ .*$/gm, "$1");
  return { path, text, code, lines: text.split("\n").length - 1, imports: importsOf(path, code) };
}

/** `import … from "x"`, `export … from "x"`, `import "x"` and `import("x")`. */
function importsOf(path: string, code: string): Import[] {
  const written =
    /^\s*(?:import|export)\b([^;"'=]*?)\bfrom\s+"([^"]+)"|^\s*import\s+"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;
  return [...code.matchAll(written)].map(([, names = "", from, bare, later]) => {
    const to = from ?? bare ?? later ?? "";
    return {
      to: to.startsWith(".") ? posix.join(posix.dirname(path), to) : to,
      isType: /^\s*type\b/.test(names),
    };
  });
}

/** Every file that the one at `path` needs, straight or by way of others. */
function reachableFrom(path: string, byPath: ReadonlyMap<string, Source>): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [path];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { to } of byPath.get(next)?.imports ?? []) {
      if (!byPath.has(to) || found.has(to)) continue;
      found.add(to);
      waiting.push(to);
    }
  }
  return found;
}
