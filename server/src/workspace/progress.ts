import { itemFacts } from "./item-facts.ts";
import { childrenOf, textOf } from "./plan.ts";
import type { Found, Query } from "./query.ts";

export interface Progress {
  readonly done: number;
  /** What counts: all that are not dropped. */
  readonly all: number;
  /** What was counted. */
  readonly of: "children" | "requirements";
}

/**
 * How far it is: its children that are done, else its requirements that hold. Undefined where nobody can tell: an item
 * without parts, or requirements of which none says whether it holds, is not at 0 %.
 */
export function progressOf(query: Query, found: Found): Progress | undefined {
  const children = counted(query, childrenOf(query, found, query.incoming(found)));
  if (children !== undefined) return { ...children, of: "children" };
  const requirements = query
    .outgoing(found)
    .filter(({ name }) => name === "requirements")
    .map(({ to }) => to);
  const told = [...new Set(requirements)].filter(isTold);
  const all = told.filter((requirement) => itemFacts(query, requirement).phase !== "dropped" || isTicked(requirement));
  if (all.length === 0) return undefined;
  const done = all.filter((one) => isTicked(one) || (!isBoxed(one) && itemFacts(query, one).phase === "done"));
  return { done: done.length, all: all.length, of: "requirements" };
}

function counted(query: Query, items: readonly Found[]): { done: number; all: number } | undefined {
  const phases = items.map((item) => itemFacts(query, item).phase);
  const all = phases.filter((phase) => phase !== "dropped").length;
  return all === 0 ? undefined : { done: phases.filter((phase) => phase === "done").length, all };
}

function isTold(requirement: Found): boolean {
  return isBoxed(requirement) || requirement.item.fields.get("status")?.state === "given";
}

function isBoxed(requirement: Found): boolean {
  return requirement.item.fields.get("done")?.state === "given";
}

/** A ticked box, `done: true`, or what people write into a column of a table for it. */
export function isTicked(requirement: Found): boolean {
  return /^(?:true|yes|x|\[x\]|done|[✅✓✔☑]\ufe0f?)$/iu.test(textOf(requirement, "done")?.trim() ?? "");
}
