import type { Found } from "./query.ts";

/** Names the place of an item: two that are found at one place are the same, whenever they were asked for. */
export function placeOf({ file, index }: Found): string {
  return placeAt(file.path, index);
}

export function placeAt(path: string, index: number): string {
  return `${path}#${index}`;
}

/** `specs/pay.md` and 3 of `specs/pay.md#3`. */
export function readPlace(place: string): { readonly path: string; readonly index: number } {
  const hash = place.lastIndexOf("#");
  return { path: place.slice(0, hash), index: Number(place.slice(hash + 1)) };
}

export function isSame(a: Found, b: Found): boolean {
  return a.index === b.index && a.file.path === b.file.path;
}

/** Order of files by path, then of items by position. */
export function byPlace(a: Found, b: Found): number {
  if (a.file.path !== b.file.path) return a.file.path < b.file.path ? -1 : 1;
  return a.index - b.index;
}
