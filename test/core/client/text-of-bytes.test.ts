import assert from "node:assert/strict";
import { textOfBytes } from "../../../client/src/pure/text-of-bytes.ts";
import { lettersOf } from "../../../server/src/main/decode.ts";

const text = "---\ntype: goal\ntitle: Größe 🎯\n---\n";
const swapped = (letters: string): Buffer => Buffer.from(letters, "utf16le").swap16();

describe("the bytes of a file that only the client can reach", () => {
  const cases: readonly [string, Buffer, string][] = [
    ["UTF-8", Buffer.from(text), text],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`), text],
    ["UTF-16 with a mark", Buffer.from(`\uFEFF${text}`, "utf16le"), text],
    ["UTF-16 with the other byte first", swapped(`\uFEFF${text}`), text],
    ["UTF-16 without a mark", Buffer.from(text, "utf16le"), text],
    ["UTF-16 without a mark and with the other byte first", swapped(text), text],
    ["half a letter at the end", Buffer.concat([swapped(`\uFEFF${text}`), Buffer.of(0)]), text],
    ["no UTF-8", Buffer.of(0x61, 0xff, 0x62, 0xe2, 0x82), "a\uFFFDb\uFFFD"],
    ["NUL", Buffer.of(0, 0, 0x61, 0), "\0\0a\0"],
    ["next to nothing", Buffer.of(0xff), "\uFFFD"],
    ["nothing", Buffer.of(), ""],
  ];
  for (const [what, bytes, expected] of cases)
    it(`are read as those of the disk: ${what}`, () => {
      assert.equal(textOfBytes(bytes), expected);
      assert.equal(lettersOf(bytes), expected);
    });
});
