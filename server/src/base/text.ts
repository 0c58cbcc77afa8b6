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
