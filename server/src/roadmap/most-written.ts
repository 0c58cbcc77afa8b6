import { textOf } from "../workspace/plan.ts";
import type { Found } from "../workspace/query.ts";

/** What most items write into a field, the first of several; so that one more of them is written as they are. */
export function mostWritten(items: readonly Found[], field: string): string | undefined {
  const counts = new Map<string, number>();
  for (const found of items) {
    const text = textOf(found, field)?.trim();
    if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
