import { documentOffset } from "../base/document.ts";
import type { TextEdit } from "../base/span.ts";
import { placeRange } from "../model/places.ts";
import type { Item } from "../model/summary.ts";
import type { Editable } from "./set-item-field.ts";

/** Ticks the box in front of a requirement, or empties it; nothing where it is so already, undefined where there is none. */
export function tickRequirement(
  { document, places }: Editable,
  { whole }: Item,
  done: boolean,
): readonly TextEdit[] | undefined {
  const { start, end } = placeRange(places, whole);
  const from = documentOffset(document, start);
  const box = /^[^\n]{0,20}?\[([ xX])\]/.exec(document.text.slice(from, documentOffset(document, end)));
  if (box === null) return undefined;
  if ((box[1] !== " ") === done) return [];
  const at = from + box[0].length - 2;
  return [{ span: { start: at, end: at + 1 }, newText: done ? "x" : " " }];
}
