import { memo } from "../base/memo.ts";
import type { Summary } from "./summary.ts";

const innerLists = memo((file: Summary) => {
  const lists: number[][] = file.items.map(() => []);
  for (const [index, item] of file.items.entries())
    if (item.container !== undefined) lists[item.container]?.push(index);
  return lists as readonly (readonly number[])[];
});

/** The items written directly inside the item at `index`, in document order. */
export function innerItems(file: Summary, index: number): readonly number[] {
  return innerLists(file)[index] ?? [];
}
