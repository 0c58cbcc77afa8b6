import { fillTemplate, matchTemplate } from "../base/template.ts";
import { isNotGiven } from "./given.ts";
import type { DraftItem, Reading } from "./reading.ts";
import { canonicalName } from "./schema.ts";
import type { Scalar } from "./summary.ts";

/**
 * Gives a document the id that its kind's `id` says: a field's value, else what its path holds at `{n}` or `{slug}`. What
 * somebody wrote into the document beats the name of the file.
 */
export function identifyDocument(document: DraftItem, reading: Reading): void {
  const form = document.kind.idForm;
  if (document.id !== undefined || form === undefined) return;
  const said = form.field === undefined ? undefined : saidUnder(form.field, document);
  const parts = form.file === undefined ? undefined : matchEnd(form.file, reading.path);
  const value = said?.text ?? parts?.n ?? parts?.slug;
  if (value === undefined) return;
  const isBare = /^\d+$/.test(value) || value === parts?.slug;
  const values = { n: value, slug: value, ...parts, ...(said === undefined ? {} : { n: value }) };
  document.id = isBare && form.format !== undefined ? fillTemplate(form.format, values) : value;
  if (said !== undefined) document.entry = said.entry;
}

/** What stands under a field of the kind, or under a key that is none. */
function saidUnder(field: string, { kind, fields, extras }: DraftItem): Scalar | undefined {
  const name = canonicalName(field);
  const known = fields.get(kind.fieldNames.get(name)?.name ?? "");
  if (known !== undefined) return known.values[0];
  const extra = extras.find((candidate) => candidate.name === name);
  const text = extra?.text.trim() ?? "";
  return extra === undefined || isNotGiven(text) ? undefined : { text, entry: extra.key };
}

/** Matches a template with the end of a path: `{slug}/README.md` looks at the folder's name too. */
function matchEnd(template: string, path: string) {
  const depth = template.split("/").length;
  return matchTemplate(template, path.split("/").slice(-depth).join("/"));
}
