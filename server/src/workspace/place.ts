import type { Found } from "./query.ts";

/** Names the place of an item: two that are found at one place are the same, whenever they were asked for. */
export function placeOf({ file, index }: Found): string {
  return `${file.path}#${index}`;
}

export function isSame(a: Found, b: Found): boolean {
  return a.index === b.index && a.file.path === b.file.path;
}

/** Order of files by path, then of items by position. */
export function byPlace(a: Found, b: Found): number {
  if (a.file.path !== b.file.path) return a.file.path < b.file.path ? -1 : 1;
  return a.index - b.index;
}
