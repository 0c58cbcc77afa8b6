import assert from "node:assert/strict";
import fc from "fast-check";
import { readWithLibrary } from "../../../server/src/syntax/yaml-library.ts";
import { readRoot } from "../../../server/src/syntax/yaml-root.ts";
import { openSource } from "../../../server/src/syntax/yaml-source.ts";

describe("YAML with a colon or a sign too many", () => {
  it("is not shown to the library where every flaw is one for it too, in the same field", () => {
    const name = fc.constantFrom(
      "a",
      "title",
      "- b",
      "  c",
      "  - d",
      "'e'",
      "f: g",
      "?",
      "[h]",
      "i j",
      "@k",
      "l:\n  - @ana\nm",
    );
    const value = fc.constantFrom(
      ...[" x: y", " x: ", " x:", " x:\ty", ' x: "y"', " x: [y]", " a, b: c # d", " x: y\n  z", " - x: y"],
      ...[" @ana", " `x` y", " @ana # d", " @ana\n  z", " @ana: x", " - @ana", "\n  - @ana", "\n  - `x`", "\n  @ana"],
      ...[" x", "", " [x]", " |\n  x: y", " 'x': y"],
    );
    let certain = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 5 }), (fields) => {
        const text = fields.map((field) => field.join(":")).join("\n");
        const source = openSource(text, { start: 0, end: text.length }, "frontmatter-unparsable");
        const { entries } = readRoot(source);
        fc.pre(source.doubts === 0 && !source.hazard && source.found.length > 0);
        fc.pre(source.found.every((found) => found.certain));
        certain++;
        assert.notDeepEqual(readWithLibrary(text, 0)?.errors, []);
        for (const { firstLine, endLine, from, to } of entries) {
          if (from === to) continue;
          const alone = text.slice(source.lines[firstLine]!.from, source.lines[endLine - 1]!.end);
          assert.notDeepEqual(readWithLibrary(alone, 0)?.errors, []);
        }
      }),
      { numRuns: 1_000 },
    );
    assert.ok(certain >= 1_000);
  });
});
