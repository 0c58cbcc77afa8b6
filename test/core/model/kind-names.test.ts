import assert from "node:assert/strict";
import { wakes } from "../../../client/src/pure/wakes.ts";
import { defaultConfig } from "../../../server/src/model/config.ts";
import { readSpec } from "../../../server/src/model/read-spec.ts";

describe("the other names of a kind", () => {
  for (const word of ["pr-faq", "PR/FAQ", "pr/faq", "One pager", "one_pager", "One-Pager"]) {
    it(`${word}: a PRD where an id says so, and plain Markdown without`, () => {
      const text = (rest: string) => `---\ntype: ${word}\n${rest}---\n# A\n`;
      const kinds = (rest: string) =>
        readSpec({ uri: "a.md", text: text(rest) }, "a.md", defaultConfig).summary.items.map(({ kind }) => kind);
      assert.deepEqual(kinds("id: PRD-1\n"), ["prd"]);
      assert.deepEqual(kinds(""), []);
      assert.ok(wakes(text("id: PRD-1\n")));
    });
  }
});
