import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { disagreements } from "../../judge/compare.ts";
import { known } from "../../judge/known.ts";
import { random, soup, spoil } from "../../judge/spoil.ts";

const root = join(import.meta.dirname, "../../..");

describe("our Markdown reader and remark", () => {
  for (const path of ["examples", "docs"].flatMap((folder) => markdownFiles(join(root, folder)))) {
    it(`agree on ${path.slice(root.length + 1)}`, () => {
      assert.deepEqual(disagreements(readFileSync(path, "utf8")), []);
    });
  }

  it("agree on spoilt pieces of our own documents", () => {
    const pick = random(20_261_122);
    const texts = markdownFiles(join(root, "examples")).map((path) => readFileSync(path, "utf8"));
    for (let count = 0; count < 300; count++) {
      const lines = texts[pick(texts.length)]!.split("\n");
      const start = pick(lines.length);
      const text = spoil(lines.slice(start, start + 12).join("\n"), pick);
      assert.deepEqual(disagreements(text), [], JSON.stringify(text));
    }
  });

  it("agree on heaps of Markdown's signs", () => {
    const pick = random(20_261_123);
    for (let count = 0; count < 300; count++) {
      const text = soup(pick);
      assert.deepEqual(disagreements(text), [], JSON.stringify(text));
    }
  });

  for (const { text, reason } of known) {
    it(`still disagree: ${reason}`, () => {
      assert.notDeepEqual(disagreements(text), [], "They agree by now: this entry can go.");
    });
  }
});

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
