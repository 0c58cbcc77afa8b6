import type { Schema } from "../model/schema.ts";
import type { Entry, Item } from "../model/summary.ts";

/** How a message names an item: `One-tap pay (FEAT-12)`; an item without an id goes by its title alone. */
export function nameOf(item: Item): string {
  if (item.id === undefined) return item.title;
  return item.titled ? `${item.title} (${item.id})` : item.id;
}

/** Where a finding about a missing field stands: on the key that waits for its value, else on the item. */
export function notGiven(item: Item, field: string): Entry {
  const written = item.fields.get(field);
  return written !== undefined && written.state === "not-given" ? written.key : item.entry;
}

/** "goal", "feature or PRD": the kinds that a link may lead to, as words. */
export function oneOf(schema: Schema, kinds: readonly string[]): string {
  const labels = kinds.map((name) => {
    const label = schema.kinds.get(name)?.label ?? name;
    return label === label.toUpperCase() ? label : label.toLowerCase();
  });
  return labels.join(" or ");
}

/** "a goal", "an audience". */
export function article(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}

/** What to say where no document is tracked, behind "There is nothing to check:". */
export function nothingTracked(files: number): string {
  if (files === 0) return "no Markdown file was found.";
  const found =
    files === 1
      ? "Throughline tracks nothing in the one Markdown file that was found."
      : `of the ${files} Markdown files that were found, Throughline tracks none.`;
  return `${found} Add a line such as “type: prd” at the top of one, or name your files under “kinds” in throughline.yaml.`;
}
