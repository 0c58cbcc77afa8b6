import { inherits } from "../model/inherit.ts";
import type { Phase } from "../model/phase.ts";
import { fieldOf, phaseOf } from "./plan.ts";
import type { Found, Query } from "./query.ts";

/** Whether an item has something in another way than by writing the field. */
export type Has = (found: Found, query: Query) => boolean;

/**
 * Whether the item's kind asks for the field, and the item neither has it nor says `n/a`. What would take the field from an
 * item around it is not asked where that one is asked already: one answer serves them all.
 */
export function isAsked(found: Found, query: Query, field: string, has?: Has): boolean {
  return lacks(found, query, field, has) && !isAskedAround(found, phaseOf(query, found), query, field, has);
}

function lacks(found: Found, query: Query, field: string, has: Has | undefined): boolean {
  const kind = query.config.schema.kinds.get(found.item.kind);
  if (kind === undefined || found.item.outside || !kind.required.includes(field)) return false;
  const written = fieldOf(found, field);
  const isGiven = written !== undefined && written.state !== "not-given";
  return !isGiven && has?.(found, query) !== true;
}

function isAskedAround(
  { file, item }: Found,
  phase: Phase,
  query: Query,
  field: string,
  has: Has | undefined,
): boolean {
  const around = item.container === undefined ? undefined : query.at(file.path, item.container);
  if (around === undefined || !inherits(item, field)) return false;
  const there = phaseOf(query, around);
  const counts = there === "active" || (there === "draft" && phase === "draft");
  return (counts && lacks(around, query, field, has)) || isAskedAround(around, phase, query, field, has);
}
