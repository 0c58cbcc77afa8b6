import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { random } from "../judge/spoil.ts";

/** Every Markdown file below a folder, in an order of its own. */
export function markdownFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes("node_modules"))
    .sort();
}

/** The texts of all of them: a number names the same text in every run. */
export function realTexts(folders: readonly string[]): readonly string[] {
  return folders.flatMap(markdownFiles).map((path) => readFileSync(path, "utf8"));
}

/** A real text; of a long one its beginning and some consecutive lines from further down. */
export function excerpt(text: string, seed: number): string {
  if (text.length <= longest) return text;
  const lines = text.slice(0, 200_000).split("\n");
  const from = random(seed)(lines.length);
  return [...lines.slice(0, 25), ...lines.slice(from, from + 40)].join("\n").slice(0, longest * 2);
}

const longest = 4_000;
