import type { Document } from "../base/document.ts";
import type { TextEdit } from "../base/span.ts";
import { applyEdits } from "../base/span.ts";
import type { ReadingConfig } from "../model/config.ts";
import { readSpec } from "../model/read-spec.ts";
import type { Item } from "../model/summary.ts";
import type { Editable } from "./set-item-field.ts";

/** A change of an item, worked out on the text as the steps before it have left it. */
export type Step = (file: Editable, item: Item) => readonly TextEdit[] | undefined;

/**
 * Several changes of one item as one edit: each is worked out on what the one before it has made of the text, so that none
 * gets in the way of another. Undefined where one of them cannot be made.
 */
export function inSteps(
  document: Document,
  path: string,
  index: number,
  config: ReadingConfig,
  steps: readonly Step[],
): readonly TextEdit[] | undefined {
  return inOrder(
    document,
    path,
    config,
    steps.map((step) => ({ index, step })),
  );
}

/** The same for several items of a file, each named by its place among them. */
export function inOrder(
  document: Document,
  path: string,
  config: ReadingConfig,
  steps: readonly { readonly index: number; readonly step: Step }[],
): readonly TextEdit[] | undefined {
  let now = document;
  for (const { index, step } of steps) {
    const { summary, places } = readSpec(now, path, config);
    const item = summary.items[index];
    const edits = item && step({ document: now, places }, item);
    if (edits === undefined) return undefined;
    now = { uri: document.uri, text: applyEdits(now.text, edits) };
  }
  return difference(document.text, now.text);
}

/** The one edit that makes `after` of `before`, around everything that differs; it parts no line ending. */
function difference(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < most - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  if (before[start - 1] === "\r") start--;
  if (before[before.length - same] === "\n" && same > 0) same--;
  same = Math.max(0, Math.min(same, most - start));
  return [
    {
      span: { start, end: before.length - same },
      newText: after.slice(start, after.length - same),
    },
  ];
}
