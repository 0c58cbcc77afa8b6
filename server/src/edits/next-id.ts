import { namesOf } from "../workspace/contributions.ts";
import type { Query } from "../workspace/query.ts";

/** The next free id of a kind: one more than the highest number that any item, former id or duplicate of it has. */
export function nextId(query: Query, prefix: string): string {
  let highest = 0;
  let width = 1;
  const names = query.items().flatMap(({ file, index }) => namesOf(file, index));
  for (const { name } of names) {
    if (!name.startsWith(`${prefix}-`)) continue;
    const digits = name.slice(prefix.length + 1);
    if (!/^\d{1,9}$/.test(digits)) continue;
    highest = Math.max(highest, Number(digits));
    // `FEAT-007` is followed by `FEAT-008`.
    if (digits.startsWith("0")) width = Math.max(width, digits.length);
  }
  return `${prefix}-${String(highest + 1).padStart(width, "0")}`;
}
