import type { FieldDefinition } from "./kinds.ts";

/** The groupings of the roadmap that have a file of their own, as `throughline.yaml` and the command line name them. */
export const groupWords = ["goal", "timeline", "status", "owner", "team"] as const;

/** What rows can be sorted by. */
export const sortWords = ["date", "rank", "priority", "rice"] as const;
export type SortWord = (typeof sortWords)[number];

/** Fields that a grouping of that list stands for. */
export const groupedFields: ReadonlyMap<string, (typeof groupWords)[number]> = new Map([
  ["goals", "goal"],
  ["timeframe", "timeline"],
  ["status", "status"],
  ["owner", "owner"],
  ["team", "team"],
]);

/** Whether it makes sense to put items together that say the same under a field. */
export function isGroupable({ name, type }: FieldDefinition): boolean {
  return groupable.has(type) && !personal.has(name);
}

const groupable = new Set<FieldDefinition["type"]>(["enum", "person", "text", "link", "boolean", "health"]);

/** What each item has for itself. */
const personal = new Set(["id", "title", "summary", "aliases"]);
