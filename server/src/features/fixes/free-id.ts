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
    let id = isLocal ? nextLocalId(found.file.items, prefix) : nextId(project.query, prefix, elsewhere);
    while (taken.has(id)) id = after(id);
    return inPlace(say`Give this one the next free id, ${id}`, [{ span: spanOf(context), newText: id }]);
  },
};

/** `FEAT-008` for `FEAT-007`. */
function after(id: string): string {
  const dash = id.lastIndexOf("-") + 1;
  const digits = id.slice(dash);
  return id.slice(0, dash) + String(Number(digits) + 1).padStart(digits.length, "0");
}
