import { compileGlob, type Glob } from "../base/glob.ts";

/** What a `.gitignore` says about exactly this path below its folder: true leaves it out, false takes it back. */
export type GitIgnore = (path: string, isFolder: boolean) => boolean | undefined;

/**
 * Reads a `.gitignore`. It comes with a shared repository as configurations do, so its patterns become globs whose time is
 * bounded, and of a very long one the first lines count. As in git, the last line that matches decides.
 */
export function readGitIgnore(text: string): GitIgnore {
  /** Most lines are plain names, which need no pattern; paths that begin in this folder have a slash in front. */
  const plain = new Map<string, Line[]>();
  const wild: Line[] = [];
  const lines = text
    .slice(0, longest)
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/, mostLines);
  for (const [at, written] of lines.entries()) {
    const line = readLine(written, at);
    if (line === undefined) continue;
    if (line.glob !== undefined) wild.push(line);
    else {
      const same = plain.get(line.name);
      if (same === undefined) plain.set(line.name, [line]);
      else same.push(line);
    }
  }
  wild.reverse();
  return (path, isFolder) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const fits = ({ foldersOnly }: Line): boolean => isFolder || !foldersOnly;
    let last = latest(plain.get(name)?.findLast(fits), plain.get(`/${path}`)?.findLast(fits));
    for (const line of wild) {
      if (last !== undefined && line.at < last.at) break;
      if (fits(line) && line.glob!(line.isWhole ? path : name)) {
        last = line;
        break;
      }
    }
    return last && !last.takesBack;
  };
}

interface Line {
  readonly at: number;
  readonly takesBack: boolean;
  readonly foldersOnly: boolean;
  /** Speaks of a path from the folder on, else of a name anywhere below it. */
  readonly isWhole: boolean;
  readonly name: string;
  /** Undefined where the name is meant as it is written. */
  readonly glob: Glob | undefined;
}

/** Characters and lines that are read: far more than people write. */
const longest = 200_000;
const mostLines = 5_000;

function readLine(written: string, at: number): Line | undefined {
  let pattern = withoutBlanks(written);
  if (pattern === "" || pattern.startsWith("#")) return undefined;
  const takesBack = pattern.startsWith("!");
  if (takesBack) pattern = pattern.slice(1);
  const foldersOnly = pattern.endsWith("/");
  if (foldersOnly) pattern = pattern.slice(0, -1);
  if (pattern === "" || hasOpenEscape(pattern)) return undefined;
  const isWhole = pattern.includes("/");
  const line = { at, takesBack, foldersOnly, isWhole };
  const path = pattern.startsWith("/") ? pattern.slice(1) : pattern;
  if (!/[*?[\\]/.test(path)) return { ...line, name: isWhole ? `/${path}` : path, glob: undefined };
  return { ...line, name: path, glob: compileGlob(asGlob(path)) };
}

/** Blanks at the end mean nothing, unless one is escaped. */
function withoutBlanks(line: string): string {
  let end = line.length;
  while (line[end - 1] === " ") end--;
  const isEscaped = end < line.length && hasOpenEscape(line.slice(0, end));
  return line.slice(0, isEscaped ? end + 1 : end);
}

/** Whether it ends with a backslash that no other one escapes. */
function hasOpenEscape(text: string): boolean {
  let from = text.length;
  while (text[from - 1] === "\\") from--;
  return (text.length - from) % 2 === 1;
}

/** Our globs know choices in braces, which git does not, and no names for sets of letters; blanks around them mean nothing. */
function asGlob(pattern: string): string {
  return pattern.replace(/\\.|\[:(\w+):\]|\{|^ /gu, (found, set: string | undefined) => {
    if (found === "\\ " || found === " ") return "[ ]";
    if (found === "{") return "\\{";
    return set === undefined ? found : (sets[set] ?? found);
  });
}

const sets: Readonly<Record<string, string>> = {
  alnum: "a-zA-Z0-9",
  alpha: "a-zA-Z",
  digit: "0-9",
  lower: "a-z",
  space: " \t",
  upper: "A-Z",
  xdigit: "0-9a-fA-F",
};

function latest(a: Line | undefined, b: Line | undefined): Line | undefined {
  return a === undefined || (b !== undefined && b.at > a.at) ? b : a;
}
