import type { FieldDefinition } from "../../model/kinds.ts";
import { isKind } from "../../model/schema.ts";
import { fieldOf } from "../plan.ts";
import type { Found, Query } from "../query.ts";
import { settledHealth } from "../settled-health.ts";

/** Whether an item has something under a field, whichever end of a link says it; `n/a` is nothing. */
export function isPresent(found: Found, { name, edge, to }: FieldDefinition, query: Query): boolean {
  const { item } = found;
  if (name === "id") return item.id !== undefined;
  if (name === "title") return item.titled;
  if (name === "health") return settledHealth(query, found).shown !== undefined;
  if (fieldOf(found, name)?.state === "given") return true;
  if (edge === undefined) return false;
  const ends = edge.inverse
    ? query.incoming(found, edge.name).map(({ from }) => from)
    : query.outgoing(found, edge.name).map((one) => one.to);
  return to.length === 0 ? ends.length > 0 : ends.some((end) => isKind(query.config.schema, end.item.kind, to));
}
