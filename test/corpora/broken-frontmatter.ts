/**
 * Lists every file of a folder whose block at the top is not valid YAML, with what we say about it:
 *
 *     npx tsx test/corpora/broken-frontmatter.ts DIR [--all]
 *
 * One line per cause, `path:line:column cause`; `--all` also lists the causes in blocks that the `yaml` library accepts.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseDocument } from "yaml";
import { lineStarts, positionAt } from "../../server/src/base/lines.ts";
import { readFrontmatter } from "../../server/src/syntax/frontmatter.ts";

const [dir, all] = process.argv.slice(2);
if (dir === undefined) throw new Error("usage: broken-frontmatter.ts DIR [--all]");

let blocks = 0;
let broken = 0;
let causes = 0;
for (const path of markdownFiles(dir)) {
  const text = readFileSync(path, "utf8");
  const { open, content, flaws } = readFrontmatter(text);
  if (!open) continue;
  blocks++;
  const { errors } = parseDocument(text.slice(content.start, content.end));
  if (errors.length > 0) broken++;
  if (errors.length === 0 && !all) continue;
  const starts = lineStarts(text);
  for (const { span, message, recovered } of flaws) {
    const { line, character } = positionAt(starts, span.start);
    causes++;
    console.log(`${relative(dir, path)}:${line + 1}:${character + 1} ${recovered ? "warning" : "error"}: ${message}`);
  }
  if (errors.length > 0 && flaws.length === 0) console.log(`${relative(dir, path)} NO CAUSE FOUND`);
}
console.log(`${blocks} blocks, ${broken} not valid YAML, ${causes} causes`);

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
