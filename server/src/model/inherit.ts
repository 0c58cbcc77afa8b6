import type { FieldValue, Item, Summary } from "./summary.ts";

/** What a nested feature or document takes from the item around it where it says nothing itself. */
const inheritedByFeatures = new Set(["owner", "team", "goals", "kpis", "audience", "timeframe"]);
const inheritedByOthers = new Set(["owner", "team"]);

/** Whether an item takes a field from the item around it. */
export function inherits({ base, outside }: Item, name: string): boolean {
  const inherited = base === "feature" || base === "prd" ? inheritedByFeatures : inheritedByOthers;
  return !outside && inherited.has(name);
}

/** What the item at `index` says under `name`, else what the nearest item around it says, as far as that is inherited. */
export function effectiveField(file: Summary, index: number, name: string): FieldValue | undefined {
  const item = file.items[index];
  if (item === undefined) return undefined;
  const own = item.fields.get(name);
  if (own !== undefined) return own;
  if (item.container === undefined || !inherits(item, name)) return undefined;
  return effectiveField(file, item.container, name);
}
