import { settleLineEnds } from "../base/line-ends.ts";

/** The text of a file's bytes as editors hand texts over: without a byte order mark, its line ends settled. */
export function decode(bytes: Buffer): string {
  return settleLineEnds(lettersOf(bytes));
}

/** The text of a file's bytes, without a byte order mark. */
export function lettersOf(bytes: Buffer): string {
  const { encoding, mark } = writtenAs(bytes);
  if (encoding !== "utf16be") return bytes.toString(encoding, mark);
  // Half a letter at the end is none.
  return Buffer.from(bytes.subarray(mark, bytes.length & ~1))
    .swap16()
    .toString("utf16le");
}

/** The bytes of a text, in the encoding of others and with their byte order mark. */
export function encode(text: string, like: Buffer): Buffer {
  const { encoding, mark } = writtenAs(like);
  const bytes = encoding === "utf16be" ? Buffer.from(text, "utf16le").swap16() : Buffer.from(text, encoding);
  return mark === 0 ? bytes : Buffer.concat([like.subarray(0, mark), bytes]);
}

interface Written {
  readonly encoding: "utf8" | "utf16le" | "utf16be";
  /** Bytes of its byte order mark. */
  readonly mark: number;
}

function writtenAs(bytes: Buffer): Written {
  const [a, b] = [bytes[0], bytes[1]];
  if (a === 0xff && b === 0xfe) return { encoding: "utf16le", mark: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf16be", mark: 2 };
  if (a === 0xef && b === 0xbb && bytes[2] === 0xbf) return { encoding: "utf8", mark: 3 };
  // Without a mark its first two letters tell, where they are plain ones: each has a NUL beside it, as in no other text.
  if (b === 0 && bytes[3] === 0 && a !== 0 && bytes[2] !== 0) return { encoding: "utf16le", mark: 0 };
  if (a === 0 && bytes[2] === 0 && b !== 0 && bytes[3] !== 0) return { encoding: "utf16be", mark: 0 };
  return { encoding: "utf8", mark: 0 };
}
