/**
 * Compares how we read every Markdown file below some folders with how those read it who have the last word: remark the
 * Markdown, the `yaml` library the block at the top. Without folders our own documents are read.
 *
 *     npm run judge -- [DIR …] [--show N]
 */
import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { markdownFiles } from "../fuzz/texts.ts";
import { disagreements } from "./compare.ts";
import { judgeFrontmatter, type Verdict } from "./frontmatter.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { show: { type: "string", default: "20" } },
});
const root = join(import.meta.dirname, "../..");
const folders =
  positionals.length > 0
    ? positionals.map((path) => resolve(path))
    : ["examples", "docs"].map((name) => join(root, name));
let left = Number(values.show);

console.log(
  "| Folder | Files | kB | Read otherwise than remark | Blocks at the top | read without `yaml` | read otherwise than `yaml` |",
);
console.log("|---|--:|--:|--:|--:|--:|--:|");
for (const folder of folders) {
  const files = markdownFiles(folder);
  const verdicts: Record<Verdict, number> = { none: 0, alone: 0, library: 0, wrong: 0 };
  let differing = 0;
  let size = 0;
  for (const path of files) {
    const text = readFileSync(path, "utf8");
    size += text.length;
    const verdict = judgeFrontmatter(text);
    verdicts[verdict]++;
    const lines = disagreements(text);
    if (lines.length > 0) differing++;
    if ((lines.length > 0 || verdict === "wrong") && left-- > 0)
      console.error(
        [path, ...(verdict === "wrong" ? ["the block at the top"] : []), ...lines.slice(0, 8)].join("\n    "),
      );
  }
  const { none, alone, wrong } = verdicts;
  const cells = [basename(folder), files.length, Math.round(size / 1000), differing, files.length - none, alone, wrong];
  console.log(`| ${cells.map((cell) => cell.toLocaleString("en")).join(" | ")} |`);
  if (differing + wrong > 0) process.exitCode = 1;
}
