// Compares our reader with remark over every Markdown file below a folder: npx tsx test/judge/run.ts DIR [--show N]
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { disagreements } from "./compare.ts";

const [folder, flag, shown] = process.argv.slice(2);
if (folder === undefined) throw new Error("Which folder?");
let left = flag === "--show" ? Number(shown) : 20;
let files = 0;
let differing = 0;
const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
for (const path of paths.sort()) {
  if (!/\.(md|markdown)$/i.test(path)) continue;
  files++;
  const lines = disagreements(readFileSync(path, "utf8"));
  if (lines.length === 0) continue;
  differing++;
  if (left-- > 0)
    console.log(
      `${path}\n${lines
        .slice(0, 8)
        .map((line) => `    ${line}`)
        .join("\n")}`,
    );
}
console.log(`${files} files, ${differing} read differently`);
