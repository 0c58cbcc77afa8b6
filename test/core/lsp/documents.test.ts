import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { documentPosition } from "../../../server/src/base/document.ts";
import { settleLineEnds } from "../../../server/src/base/line-ends.ts";
import { Documents } from "../../../server/src/lsp/documents.ts";
import { type Encoding, positionIn, positionOut } from "../../../server/src/lsp/encoding.ts";

const uri = "file:///w/a.md";
const text = fc
  .array(fc.constantFrom("a", "ü", "€", "🚀", "\n", "\r\n", "\r", "\t", "\uD83D"), { maxLength: 12 })
  .map((parts) => parts.join(""));

function opened(start: string, encoding: Encoding): Documents {
  const documents = new Documents(encoding);
  documents.open({ textDocument: { uri, languageId: "markdown", version: 1, text: start } });
  return documents;
}

describe("open documents", () => {
  for (const encoding of ["utf-8", "utf-16"] as const) {
    it(`are after edits in ${encoding} what the whole text would be`, () => {
      const edit = fc.record({ from: fc.nat(20), to: fc.nat(20), insert: text });
      fc.assert(
        fc.property(text, fc.array(edit, { maxLength: 6 }), (start, edits) => {
          const documents = opened(start, encoding);
          let whole = start;
          for (const [index, { from, to, insert }] of edits.entries()) {
            const [first, last] = [from, to].map((at) => boundary(whole, at)).sort((a, b) => a - b);
            const position = (offset: number) =>
              positionOut({ uri, text: whole }, documentPosition({ uri, text: whole }, offset), encoding);
            const range = { start: position(first!), end: position(last!) };
            documents.change(uri, index + 2, [{ range, text: insert }]);
            whole = whole.slice(0, first) + insert + whole.slice(last);
            equal(documents.get(uri)?.written.text, whole);
            equal(documents.get(uri)?.document.text, settleLineEnds(whole));
          }
        }),
      );
    });
  }

  it("know where the cursor stands in a word after a key, and only then", () => {
    const documents = opened("ü: b\n", "utf-8");
    const edit = (from: number, to: number, insert: string) => {
      const range = { start: { line: 0, character: from }, end: { line: 0, character: to } };
      documents.change(uri, 2, [{ range, text: insert }]);
      return documents.get(uri)?.caret;
    };
    deepEqual(edit(5, 5, "a"), { line: 0, character: 5 });
    deepEqual(edit(5, 6, ""), { line: 0, character: 4 });
    equal(edit(5, 5, "GOAL-"), undefined);
    equal(edit(5, 5, "1"), undefined);
    equal(edit(6, 7, ""), undefined);
    equal(edit(5, 5, "\n"), undefined);
    documents.change(uri, 3, [{ text: "a" }]);
    equal(documents.get(uri)?.caret, undefined);
  });

  it("take several edits at once, each on what the one before left, and a whole text", () => {
    const documents = opened("one\ntwo\n", "utf-16");
    const at = (line: number, character: number) => ({ line, character });
    const edited = documents.change(uri, 2, [
      { range: { start: at(0, 0), end: at(1, 0) }, text: "" },
      { range: { start: at(0, 3), end: at(0, 3) }, text: "!" },
    ]);
    equal(edited?.text, "two!\n");
    equal(documents.change(uri, 3, [{ text: "new" }])?.text, "new");
    equal(documents.get(uri)?.version, 3);
    equal(documents.change("file:///w/b.md", 1, [{ text: "" }]), undefined);
  });

  it("survive ranges that are beyond the text or turned around", () => {
    const documents = opened("one\ntwo", "utf-8");
    const range = { start: { line: 7, character: 0 }, end: { line: 0, character: 2 } };
    equal(documents.change(uri, 2, [{ range, text: "!" }])?.text, "one\ntwo!");
    const beyond = { start: { line: 0, character: 99 }, end: { line: 0, character: 99 } };
    equal(documents.change(uri, 3, [{ range: beyond, text: "?" }])?.text, "one?\ntwo!");
  });
});

describe("columns", () => {
  it("are counted in bytes there and back", () => {
    const document = { uri, text: "aü€🚀b\nü" };
    const pairs = [
      [0, 0],
      [1, 1],
      [2, 3],
      [3, 6],
      [5, 10],
      [6, 11],
    ] as const;
    for (const [units, bytes] of pairs) {
      equal(positionOut(document, { line: 0, character: units }, "utf-8").character, bytes);
      equal(positionIn(document, { line: 0, character: bytes }, "utf-8").character, units);
    }
    equal(positionIn(document, { line: 0, character: 8 }, "utf-8").character, 3, "amid the rocket is before it");
    equal(positionIn(document, { line: 1, character: 40 }, "utf-8").character, 1, "the end of a line is its end");
    equal(positionIn(document, { line: 0, character: 40 }, "utf-8").character, 6);
  });
});

/** An offset that an editor would send: within the text, and neither amid a pair nor amid a line break. */
function boundary(whole: string, at: number): number {
  const offset = Math.min(at, whole.length);
  const code = whole.charCodeAt(offset);
  const before = whole.charCodeAt(offset - 1);
  const isAmid =
    (code >= 0xdc00 && code < 0xe000 && before >= 0xd800 && before < 0xdc00) || (code === 10 && before === 13);
  return isAmid ? offset - 1 : offset;
}
