import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { allGenerated } from "../../scripts/generate/all.ts";

describe("generated files", () => {
  for (const { path, text } of allGenerated) {
    it(`${path} is what the sources say; if not, npm run sync`, () => {
      const current = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
      assert.equal(current, text(current));
    });
  }
});
