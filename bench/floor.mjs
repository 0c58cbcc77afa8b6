// @ts-check
/**
 * The floor: what it takes to read every document of a folder and to hand the block at its top to `yaml`, one after the
 * other in one thread. Nobody who uses that library for the block can be faster.
 *
 *   node bench/floor.mjs FOLDER
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";

const start = performance.now();
const texts = readdirSync(process.argv[2] ?? ".", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
const read = performance.now();
let keys = 0;
for (const text of texts) {
  const end = text.indexOf("\n---\n", 3);
  if (!text.startsWith("---\n") || end === -1) continue;
  const { contents } = parseDocument(text.slice(4, end + 1));
  keys += contents !== null && "items" in contents ? contents.items.length : 0;
}
const parsed = performance.now();
const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;
console.log(JSON.stringify({ files: texts.length, megabytes, keys, read: read - start, yaml: parsed - read }));
