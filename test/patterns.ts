import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

const root = join(import.meta.dirname, "..");

/** Every regular expression that stands in the sources below a folder, each once. */
export function patternsIn(folder: string): readonly { path: string; source: string; flags: string }[] {
  const found = new Map<string, { path: string; source: string; flags: string }>();
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile() && one.name.endsWith(".ts"))) {
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(root.length + 1).replaceAll(sep, "/");
    const code = readFileSync(file, "utf8")
      .replace(/\/\*[\s\S]*?\*\//g, " ")
      .replace(/(^|\s)\/\/.*/g, "$1");
    for (const [, source = "", flags = ""] of code.matchAll(literal))
      found.set(`${source}/${flags}`, { path, source, flags });
  }
  return [...found.values()];
}

/** Behind a sign after which no division can stand, up to a slash in no class. */
const literal =
  /(?<=[=(,:!&|?[{};\s]|^)\/(?![*/\s])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuvy]*)(?=[\s.,;:)\]}]|$)/gm;
