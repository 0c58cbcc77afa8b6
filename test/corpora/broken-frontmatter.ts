/**
 * Lists every Markdown file of a folder whose block at the top is not valid YAML, with what we say about it:
 *
 *     npx tsx test/corpora/broken-frontmatter.ts DIR [--check | --write]
 *
 * One line per cause, `path:line:column level: cause`, and for a block that YAML refuses without a cause of ours a line
 * that says so. `--check` compares with `golden/NAME.broken.txt`, NAME being the folder's, and `--write` renews that.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { parseDocument } from "yaml";
import { lineStarts, positionAt } from "../../server/src/base/lines.ts";
import { readFrontmatter } from "../../server/src/syntax/frontmatter.ts";

const [folder, mode] = process.argv.slice(2);
if (folder === undefined || ![undefined, "--check", "--write"].includes(mode)) {
  throw new Error("usage: broken-frontmatter.ts DIR [--check | --write]");
}

const { report, blocks, broken, causes } = listBroken(folder);
const golden = join(import.meta.dirname, "golden", `${basename(resolve(folder))}.broken.txt`);
if (mode === "--write") writeFileSync(golden, report);
else if (mode === "--check") compare(report, golden);
else process.stdout.write(report);
console.error(`${blocks} blocks, ${broken} not valid YAML, ${causes} causes`);

function listBroken(folder: string) {
  const lines: string[] = [];
  let blocks = 0;
  let broken = 0;
  for (const path of markdownFiles(folder)) {
    const text = readFileSync(path, "utf8");
    const { open, content, flaws } = readFrontmatter(text);
    if (!open) continue;
    blocks++;
    if (isValid(text.slice(content.start, content.end))) continue;
    broken++;
    const name = relative(folder, path).replaceAll(sep, "/");
    const starts = lineStarts(text);
    if (flaws.length === 0) lines.push(`${name} no cause found`);
    for (const { span, message, recovered } of flaws) {
      const { line, character } = positionAt(starts, span.start);
      lines.push(`${name}:${line + 1}:${character + 1} ${recovered ? "warning" : "error"}: ${message}`);
    }
  }
  return { report: lines.map((line) => `${line}\n`).join(""), blocks, broken, causes: lines.length };
}

function isValid(yaml: string): boolean {
  const document = parseDocument(yaml);
  if (document.errors.length > 0) return false;
  try {
    // References to nothing are found only now.
    document.toJS();
    return true;
  } catch {
    return false;
  }
}

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function compare(report: string, golden: string): void {
  const wanted = existsSync(golden) ? readFileSync(golden, "utf8").split("\n") : [];
  const found = report.split("\n");
  for (const line of wanted) if (!found.includes(line)) console.log(`- ${line}`);
  for (const line of found) if (!wanted.includes(line)) console.log(`+ ${line}`);
  if (report !== wanted.join("\n")) process.exitCode = 1;
}
