/**
 * A title as a part of an identity or a file name: `one-tap-pay` for "One-tap pay!". Letters of every script stay,
 * accents too; empty where the title has none.
 */
export function slugOf(title: string): string {
  return title
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .join("-");
}

/** The same as the name of a file, which no system takes at any length: as many whole words as there is room for. */
export function fileSlugOf(title: string): string {
  const slug = slugOf(title);
  let [bytes, end] = [0, 0];
  for (const letter of slug) {
    bytes += bytesOf(letter.codePointAt(0)!);
    if (bytes > longestName) return slug.slice(0, Math.max(slug.lastIndexOf("-", end), 0) || end);
    end += letter.length;
  }
  return slug;
}

/** Bytes of UTF-8. Names end at 255; a number, an ending and a temporary name beside it want room too. */
const longestName = 120;

function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
