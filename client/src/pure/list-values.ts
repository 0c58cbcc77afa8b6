/**
 * The single values of a list as people write it, with or without brackets, dashes and quotes.
 *
 *     listValues("[GOAL-1, 'Grow, fast']")  →  ["GOAL-1", "Grow, fast"]
 */
export function listValues(written: string): readonly string[] {
  const inner = written.trim().replace(/^\[(.*)\]$/s, "$1");
  const values = inner.match(/\s*("[^"]*"|'[^']*'|[^,\n]+)/g) ?? [];
  return values
    .map((value) =>
      value
        .trim()
        .replace(/^-\s+/, "")
        .replace(/^(["'])(.*)\1$/, "$2"),
    )
    .filter(Boolean);
}
