import { plural, say, type Words } from "../../base/say.ts";
import { kindWord } from "../../model/kind-words.ts";
import { ownersOf } from "../../workspace/plan.ts";
import { ownerLabel } from "../owners.ts";
import { type ChangeType, changeTypes, type PlanChange } from "./change.ts";

/** Changes of one sort under what they have in common. */
export interface ToldChanges {
  readonly heading: Words;
  readonly lines: readonly ToldChange[];
}

export interface ToldChange {
  readonly change: PlanChange;
  /** What happened to it, to stand behind its name; empty where the heading says it all. */
  readonly what: Words;
  readonly so: readonly Words[];
}

/** In a product manager's words, the weightiest first. */
export function tellChanges(changes: readonly PlanChange[]): readonly ToldChanges[] {
  return changeTypes.flatMap((type) => {
    const same = changes.filter((change) => change.type === type);
    if (same.length === 0) return [];
    return [
      { heading: headings[type], lines: same.map((change) => ({ change, what: whatOf(change), so: change.so })) },
    ];
  });
}

/** "12 changes", "1 change". */
export function countChanges(changes: readonly PlanChange[]): Words {
  return plural(changes.length, "{0} change", "{0} changes");
}

const headings: Readonly<Record<ChangeType, Words>> = {
  slipped: say`Slipped`,
  earlier: say`Earlier than planned`,
  moved: say`Moved`,
  shipped: say`Shipped`,
  dropped: say`Dropped`,
  removed: say`Taken out of the plan`,
  new: say`New`,
  reopened: say`Taken up again`,
  started: say`Begun`,
  status: say`Another status`,
  target: say`Another target`,
  current: say`New figures`,
  baseline: say`Another baseline`,
  unmeasured: say`Not measured any more`,
  owner: say`Another owner`,
  renamed: say`Renamed`,
};

function whatOf({ type, from, to, found, query }: PlanChange): Words {
  switch (type) {
    case "new": {
      const [owner] = ownersOf(found);
      const facts = [
        kindWord(query.config.schema, found.item.kind),
        to,
        owner === undefined ? undefined : ownerLabel(owner, query),
      ];
      return facts.filter((fact) => fact !== undefined).reduce((all, fact) => say`${all}, ${fact}`);
    }
    case "removed":
      return from === undefined
        ? kindWord(query.config.schema, found.item.kind)
        : say`${kindWord(query.config.schema, found.item.kind)}, ${from}`;
    case "shipped":
      return to ?? "";
    case "dropped":
      return from === undefined ? "" : say`was ${from}`;
    case "unmeasured":
      return from === undefined ? "" : say`no longer by ${from}`;
    default:
      return say`${from ?? missing(type)} → ${to ?? missing(type)}`;
  }
}

function missing(type: ChangeType): Words {
  return type === "owner" ? say`nobody` : type === "moved" ? say`unscheduled` : say`none`;
}
