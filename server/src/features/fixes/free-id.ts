import { documentOffset } from "../../base/document.ts";
import { nextId } from "../../edits/next-id.ts";
import { idPrefix } from "../../model/requirement-id.ts";
import type { Fix } from "./fix.ts";

const rules = new Set(["duplicate-id", "duplicate-requirement-id"]);

/** Gives one of two items with the same id the next free one. */
export const freeId: Fix = {
  mends: ({ rule }) => rules.has(rule),
  actions({ problem, document, found, project }) {
    const prefix = found?.item.id === undefined ? undefined : idPrefix(found.item.id);
    if (found === undefined || prefix === undefined) return [];
    const isLocal = problem.rule === "duplicate-requirement-id";
    const id = isLocal ? nextLocal(found.file.items, prefix) : nextId(project.query, prefix);
    const { start, end } = problem.range;
    const span = { start: documentOffset(document, start), end: documentOffset(document, end) };
    return [{ title: `Give this one the next free id, ${id}`, edits: [{ span, newText: id }] }];
  },
};

/** Requirements are numbered within their document. */
function nextLocal(items: readonly { readonly id: string | undefined }[], prefix: string): string {
  const numbers = items.flatMap(({ id }) =>
    id?.startsWith(`${prefix}-`) ? [Number(id.slice(prefix.length + 1))] : [],
  );
  return `${prefix}-${Math.max(0, ...numbers.filter(Number.isFinite)) + 1}`;
}
