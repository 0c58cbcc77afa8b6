import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { disagreements } from "../../judge/compare.ts";

const root = join(import.meta.dirname, "../../..");

describe("our Markdown reader and remark", () => {
  for (const folder of ["examples", "docs"]) {
    for (const path of markdownFiles(join(root, folder))) {
      it(`agree on ${path.slice(root.length + 1)}`, () => {
        assert.deepEqual(disagreements(readFileSync(path, "utf8")), []);
      });
    }
  }
});

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
