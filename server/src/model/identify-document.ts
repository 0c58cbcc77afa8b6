import { fillTemplate, matchTemplate } from "../base/template.ts";
import type { DraftItem, Reading } from "./reading.ts";
import { canonicalName } from "./schema.ts";

/** Gives a document the id that its kind's `id` says: a field's value, or what its path holds at `{n}` or `{slug}`. */
export function identifyDocument(document: DraftItem, reading: Reading): void {
  const form = document.kind.idForm;
  if (document.id !== undefined || form === undefined) return;
  const field = form.field === undefined ? undefined : canonicalName(form.field);
  const extra = document.extras.find(({ name }) => name === field);
  const parts = form.file === undefined ? undefined : matchEnd(form.file, reading.path);
  const value = extra?.text.trim() || parts?.n || parts?.slug;
  if (value === undefined || value === "") return;
  const isBare = /^\d+$/.test(value) || value === parts?.slug;
  document.id =
    isBare && form.format !== undefined ? fillTemplate(form.format, { n: value, slug: value, ...parts }) : value;
  if (extra !== undefined) document.entry = extra.key;
}

/** Matches a template with the end of a path: `{slug}/README.md` looks at the folder's name too. */
function matchEnd(template: string, path: string) {
  const depth = template.split("/").length;
  return matchTemplate(template, path.split("/").slice(-depth).join("/"));
}
