import { say, type Words } from "../../base/say.ts";
import type { ChangeType, PlanChange } from "./change.ts";
import { tellChanges } from "./tell-changes.ts";

/** What stands behind an item's row: a letter, and what happened to the item. */
export interface ChangeMark {
  readonly change: PlanChange;
  readonly badge: string;
  readonly says: Words;
}

/** One for each item that changed: the weightiest change gives the letter, all of them are told. */
export function changeMarks(changes: readonly PlanChange[]): readonly ChangeMark[] {
  const marks = new Map<PlanChange["found"], ChangeMark>();
  for (const { heading, lines } of tellChanges(changes)) {
    for (const { change, what, so } of lines) {
      const parts = [what, ...so].filter((part) => part !== "");
      const told = parts.length === 0 ? heading : say`${heading}: ${parts.reduce((all, part) => say`${all}; ${part}`)}`;
      const before = marks.get(change.found);
      const says = before === undefined ? told : say`${before.says}. ${told}`;
      marks.set(change.found, { change: before?.change ?? change, badge: before?.badge ?? badges[change.type], says });
    }
  }
  return [...marks.values()].filter(({ change }) => change.type !== "removed");
}

/** As version control marks files: N for new, M for modified, and what the roadmap has of its own. */
const badges: Readonly<Record<ChangeType, string>> = {
  slipped: "S",
  earlier: "E",
  moved: "M",
  shipped: "✓",
  dropped: "✗",
  removed: "",
  new: "N",
  reopened: "M",
  started: "M",
  status: "M",
  target: "M",
  current: "M",
  baseline: "M",
  unmeasured: "M",
  owner: "M",
  renamed: "M",
};
