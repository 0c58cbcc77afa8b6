import type { Words } from "../base/say.ts";
import type { Edge, Found } from "../workspace/query.ts";

/** What a row of the roadmap is about, before words and ids. */
export type Branch = GroupBranch | ItemBranch;

export interface GroupBranch {
  readonly type: "group";
  /** Tells it from the groups beside it; never changes while the plan does. */
  readonly key: string;
  readonly title: Words;
  readonly icon: string;
  readonly color?: string;
  /** Done and dropped items stand in it unfolded, because it is what they are. */
  readonly isOver?: boolean;
  /** It lies in the past, and is folded away when all that stands in it is over. */
  readonly isPast?: boolean;
  /** What its title says already, so that its counts need not. */
  readonly says?: readonly ("done" | "dropped" | "late")[];
  /** What the field that is grouped by says of an item that is put here, nothing where it goes; absent where none can be put. */
  readonly gives?: (found: Found) => string | undefined;
  /** What stands anywhere below, each once, where that is known without arranging it. */
  readonly items?: () => readonly Found[];
  /** Whether an item is among these, where that is known without listing them. */
  readonly holds?: (found: Found) => boolean;
  below(): readonly Branch[];
}

export interface ItemBranch {
  readonly type: "item";
  readonly found: Found;
  /** For a KPI below what it measures: the link, with the values of a key result. */
  readonly edge?: Edge;
  readonly items?: () => readonly Found[];
  readonly holds?: (found: Found) => boolean;
  below(): readonly Branch[];
}

/** The items at and below a branch, each once. */
export function itemsAt(branch: Branch): readonly Found[] {
  let items = collected.get(branch);
  if (items === undefined) {
    const own = branch.type === "item" ? [branch.found] : [];
    const below = branch.items?.() ?? [...new Set(branch.below().flatMap(itemsAt))];
    const others = own.length > 0 && below.includes(own[0]!) ? below.filter((item) => item !== own[0]) : below;
    collected.set(branch, (items = own.concat(others)));
  }
  return items;
}

/** Whether an item stands at a branch or below it. */
export function isAt(branch: Branch, found: Found): boolean {
  if (branch.type === "item" && branch.found === found) return true;
  return branch.holds?.(found) ?? itemsAt(branch).includes(found);
}

export function isLeaf(branch: Branch): boolean {
  return itemsAt(branch).length === (branch.type === "item" ? 1 : 0);
}

const collected = new WeakMap<Branch, readonly Found[]>();

/** Computes what lies below when it is first asked for. */
export function lazily(compute: () => readonly Branch[]): () => readonly Branch[] {
  return once(compute);
}

export function once<T extends object>(compute: () => T): () => T {
  let known: T | undefined;
  return () => (known ??= compute());
}

export const nothing = (): readonly Branch[] => [];
