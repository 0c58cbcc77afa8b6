import type { Document } from "../base/document.ts";
import type { Span, TextEdit } from "../base/span.ts";
import type { Piece } from "./stops.ts";

/** A change of the plan: of the document at hand, and of other files, which may come to be by it. */
export interface PlanEdit {
  /** Of the document at hand. */
  readonly edits: readonly TextEdit[];
  /** What is written there with places to fill in, for those who can; it stands in no edit. */
  readonly fillIn?: { readonly span: Span; readonly pieces: readonly Piece[] };
  readonly files?: readonly FileEdit[];
}

/** Paths are relative to the project's folder. */
export type FileEdit =
  | { readonly type: "change"; readonly document: Document; readonly edits: readonly TextEdit[] }
  | { readonly type: "create"; readonly path: string; readonly text: string }
  | { readonly type: "rename"; readonly path: string; readonly to: string }
  | { readonly type: "delete"; readonly path: string };

/**
 * The edits of several changes as one: what overlaps with an earlier one is left out whole, as each was worked out on the
 * text as it is.
 */
export function together(changes: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const edits of changes) {
    if (edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
    taken.push(...edits);
  }
  return taken;
}

/** Whether both change the same characters, or the one writes in the midst of what the other takes away. */
function overlap({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  if (a.start === b.start && a.end === b.end) return a.start < a.end;
  if (a.start === a.end) return b.start < a.start && a.start < b.end;
  if (b.start === b.end) return a.start < b.start && b.start < a.end;
  return a.start < b.end && b.start < a.end;
}
