import { memo } from "../../base/memo.ts";
import { say } from "../../base/say.ts";
import { nextId } from "../../edits/next-id.ts";
import { nextLocalId } from "../../edits/next-local-id.ts";
import { idPrefix } from "../../model/requirement-id.ts";
import { type Fix, inPlace, spanOf } from "./fix.ts";

const rules = new Set(["duplicate-id", "duplicate-requirement-id"]);

/** Gives one of two items with the same id the next free one. */
export const freeId: Fix = {
  mends: ({ rule }) => rules.has(rule),
  actions(context) {
    const { problem, found, project, taken, elsewhere } = context;
    const prefix = found?.item.id === undefined ? undefined : idPrefix(found.item.id);
    if (found === undefined || prefix === undefined) return [];
    const isLocal = problem.rule === "duplicate-requirement-id";
    const next = isLocal ? nextLocalId(found.file.items, prefix) : nextId(project.query, prefix, elsewhere);
    const id = firstFree(next, taken);
    return inPlace(say`Give this one the next free id, ${id}`, [{ span: spanOf(context), newText: id }]);
  },
};

/** Of thousands that are given away together each is looked for behind the one before. */
function firstFree(next: string, taken: ReadonlySet<string>): string {
  if (!taken.has(next)) return next;
  const found = lastFound(taken);
  let id = found.get(next) ?? next;
  while (taken.has(id)) id = after(id);
  found.set(next, id);
  return id;
}

const lastFound = memo((_: ReadonlySet<string>) => new Map<string, string>());

/** `FEAT-008` for `FEAT-007`. */
function after(id: string): string {
  const dash = id.lastIndexOf("-") + 1;
  const digits = id.slice(dash);
  return id.slice(0, dash) + String(Number(digits) + 1).padStart(digits.length, "0");
}
