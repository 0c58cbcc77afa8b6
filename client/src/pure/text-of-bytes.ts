/** The text of a file's bytes, without a byte order mark: UTF-8, or UTF-16 of either order, as the server reads files of the disk. */
export function textOfBytes(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  // Half a letter at the end is none.
  const whole = encoding === "utf-8" ? bytes : bytes.subarray(0, bytes.length & ~1);
  return new TextDecoder(encoding).decode(whole);
}

function encodingOf([a, b, c, d]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  // Without a mark its first two letters tell, where they are plain ones: each has a NUL beside it, as in no other text.
  if (b === 0 && d === 0 && a !== 0 && c !== 0) return "utf-16le";
  if (a === 0 && c === 0 && b !== 0 && d !== 0) return "utf-16be";
  return "utf-8";
}
