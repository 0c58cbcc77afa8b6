import assert from "node:assert/strict";
import fc from "fast-check";
import { keepLineEnds, settleLineEnds } from "../../../server/src/base/line-ends.ts";
import { lineStarts } from "../../../server/src/base/lines.ts";
import { applyEdits } from "../../../server/src/base/span.ts";

const text = fc
  .array(fc.constantFrom("a", "- b", "\n", "\r\n", "\r", "\n\n", "\r\r"), { maxLength: 12 })
  .map((parts) => parts.join(""));

describe("the ends of lines", () => {
  it("are line feeds, with or without a carriage return before them, and stand where they stood", () => {
    assert.equal(settleLineEnds("a\rb\r\nc\r\rd\ne\r"), "a\nb\r\nc\n\nd\ne\n");
    for (const plain of ["", "a", "a\nb\n", "a\r\nb\r\n"]) assert.equal(settleLineEnds(plain), plain);
    fc.assert(
      fc.property(text, (written) => {
        const settled = settleLineEnds(written);
        assert.deepEqual([...lineStarts(settled)], [...lineStarts(written)]);
        assert.doesNotMatch(settled, /\r(?!\n)/);
      }),
    );
  });

  it("stay as they are in all that an edit leaves, and what it writes has those around it", () => {
    const edit = (written: string, start: number, end: number, newText: string) =>
      keepLineEnds(written, [{ span: { start, end }, newText }]);
    assert.equal(edit("a\rb\rc", 2, 3, "x\ny"), "a\rx\ry\rc");
    assert.equal(edit("a\rb", 0, 0, "x\n"), "x\ra\rb");
    assert.equal(edit("a\rb", 3, 3, "\nx"), "a\rb\rx");
    assert.equal(edit("a\nb\rc\r\nd", 8, 8, "\r\nx"), "a\nb\rc\r\nd\r\nx");
    assert.equal(edit("a\nb\rc\r\nd", 2, 2, "x\n"), "a\nx\nb\rc\r\nd");
    assert.equal(edit("a\nb\n", 2, 2, "x\n"), "a\nx\nb\n");
  });

  it("never make one line of two", () => {
    assert.equal(settleLineEnds(keepLineEnds("a\rb\nc", [{ span: { start: 2, end: 3 }, newText: "" }])), "a\n\nc");
    const edits = fc.tuple(fc.nat(12), fc.nat(12), fc.constantFrom("", "x", "x\ny", "\n"));
    fc.assert(
      fc.property(text, edits, (written, [from, to, newText]) => {
        const settled = settleLineEnds(written);
        const [start, end] = [from, to].map((at) => Math.min(at, settled.length)).sort((a, b) => a - b) as [
          number,
          number,
        ];
        const edit = { span: { start, end }, newText };
        assert.deepEqual(linesOf(keepLineEnds(written, [edit])), linesOf(applyEdits(settled, [edit])));
      }),
    );
  });
});

function linesOf(written: string): readonly string[] {
  return written.split(/\r\n?|\n/);
}
