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
  /** The numbers of what stands anywhere below, each once, where that is known without arranging it. */
  numbers?(): readonly number[];
  below(): readonly Branch[];
}

export interface ItemBranch {
  readonly type: "item";
  readonly found: Found;
  /** For a KPI below what it measures: the link, with the values of a key result. */
  readonly edge?: Edge;
  /** The same, itself first. */
  numbers?(): readonly number[];
  below(): readonly Branch[];
}

/** The numbers of the items at and below a branch, each once. */
export function numbersAt(branch: Branch): readonly number[] {
  const known = branch.numbers?.() ?? collected.get(branch);
  if (known !== undefined) return known;
  const own = branch.type === "item" ? [branch.found.number] : [];
  const numbers = [...new Set(own.concat(...branch.below().map(numbersAt)))];
  collected.set(branch, numbers);
  return numbers;
}

export function isLeaf(branch: Branch): boolean {
  return numbersAt(branch).length === (branch.type === "item" ? 1 : 0);
}

const collected = new WeakMap<Branch, readonly number[]>();

/** Computes what lies below when it is first asked for. */
export function lazily(compute: () => readonly Branch[]): () => readonly Branch[] {
  return once(compute);
}

/** Listed when it is first asked for. */
export function numbersOf(items: readonly Found[]): () => readonly number[] {
  return once(() => items.map(({ number }) => number));
}

export function once<T extends object>(compute: () => T): () => T {
  let known: T | undefined;
  return () => (known ??= compute());
}

export const nothing = (): readonly Branch[] => [];
