// Compares our reader with remark on spoilt pieces of real Markdown: npx tsx test/judge/fuzz.ts DIR [SECONDS] [SEED] [SHOW]
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { disagreements } from "./compare.ts";
import { shrink } from "./shrink.ts";
import { type Random, random, soup, spoil } from "./spoil.ts";

const [folder, seconds = "60", seed = "1", show = "20"] = process.argv.slice(2);
if (folder === undefined) throw new Error("Which folder?");
const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(md|markdown)$/i.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
const pick = random(Number(seed));
const stop = Date.now() + Number(seconds) * 1000;
const kinds = new Map<string, number>();
let tried = 0;
let differing = 0;
while (Date.now() < stop) {
  const text = tried % 3 === 0 ? soup(pick) : spoil(pieceOf(texts, pick), pick);
  tried++;
  if (disagreements(text).length === 0) continue;
  differing++;
  if (differing > Number(show)) continue;
  const small = shrink(text, (candidate) => disagreements(candidate).length > 0);
  kinds.set(small, (kinds.get(small) ?? 0) + 1);
  console.log(JSON.stringify(small));
  for (const line of disagreements(small).slice(0, 6)) console.log(`    ${line}`);
}
console.log(`${tried} texts, ${differing} read differently`);

/** Some consecutive lines of one of the texts. */
function pieceOf(texts: readonly string[], pick: Random): string {
  const lines = texts[pick(texts.length)]!.split("\n");
  const start = pick(lines.length);
  return lines.slice(start, start + 1 + pick(25)).join("\n");
}
