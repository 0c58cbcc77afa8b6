import { anyOf, plural, say, type Words } from "../base/say.ts";
import { aKind, kindWord } from "../model/kind-words.ts";
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
export function oneOf(schema: Schema, kinds: readonly string[]): Words {
  return anyOf(kinds.map((name) => kindWord(schema, name)));
}

/** "a goal", "a feature or a PRD". */
export function aOneOf(schema: Schema, kinds: readonly string[]): Words {
  return anyOf(kinds.map((name) => aKind(schema, name)));
}

/** What to say where no document is tracked, behind "There is nothing to check:". */
export function nothingTracked(files: number): Words {
  if (files === 0) return say`no Markdown file was found.`;
  return plural(
    files,
    "Throughline tracks nothing in the one Markdown file that was found. Add a line such as “type: prd” at the top of it, or name your files under “kinds” in throughline.yaml.",
    "of the {0} Markdown files that were found, Throughline tracks none. Add a line such as “type: prd” at the top of one, or name your files under “kinds” in throughline.yaml.",
  );
}
