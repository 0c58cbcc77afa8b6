/** How much a requirement matters, in the four words of MoSCoW. */
export type Moscow = (typeof moscow)[number];

/** What matters most first. */
export const moscow = ["must", "should", "could", "wont"] as const;

/** Reads `Must`, `MUST have`, `M`, `(S)`, `won't`, `P0` to `P3`, `high`, `medium`, `low`, `nice to have`; undefined for other text. */
export function readMoscow(text: string): Moscow | undefined {
  const plain = text.trim().toLowerCase();
  if (/^[a-z0-9]*$/.test(plain)) return known.get(plain);
  const folded = plain
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    .replace(/[’']/g, "")
    .replace(/[\s_-]+/g, "-")
    .replace(/^(must|should|could|wont|would)-have$/, "$1");
  return known.get(folded);
}

/** Could and Won't do not keep a document from being done. */
export function isEssential(priority: Moscow | undefined): boolean {
  return priority !== "could" && priority !== "wont";
}

const known = new Map<string, Moscow>(
  (
    [
      ["must", "must m p0 critical highest high blocker required mandatory shall"],
      ["should", "should s p1 medium normal important"],
      ["could", "could c p2 low lowest optional may nice-to-have"],
      ["wont", "wont w p3 would will-not out-of-scope not-now"],
    ] as const
  ).flatMap(([priority, words]) => words.split(" ").map((word): [string, Moscow] => [word, priority])),
);
