import type { Document } from "../base/document.ts";
import { say, type Words } from "../base/say.ts";
import type { TextEdit } from "../base/span.ts";
import type { Config } from "../model/config.ts";
import type { Places } from "../model/places.ts";
import { isKind } from "../model/schema.ts";
import type { Item } from "../model/summary.ts";
import { fieldOf } from "../workspace/plan.ts";
import type { Found, Query } from "../workspace/query.ts";
import { inOrder, type Step } from "./in-steps.ts";
import { setItemField } from "./set-item-field.ts";
import { setTitle } from "./set-title.ts";
import { writtenValues } from "./written-values.ts";

/** What is to be said of an item from now on. */
export interface FieldChange {
  readonly found: Found;
  readonly field: string;
  readonly values: readonly string[];
  /** Where given, these alone give way to the values, and all others stay. */
  readonly instead?: readonly string[];
}

/** Where the texts and the places in them come from. */
export interface ChangeSources {
  readonly query: Query;
  readonly places: (path: string) => Places | undefined;
  readonly document: (path: string) => Document | undefined;
}

export type Changed =
  | { readonly files: readonly { readonly document: Document; readonly edits: readonly TextEdit[] }[] }
  | { readonly refusal: Words };

/** All of the changes as one, or none of them and why: of a gesture that half worked nobody knows what is left to do. */
export function changeFields(changes: readonly FieldChange[], sources: ChangeSources): Changed {
  const { config } = sources.query;
  const files: { document: Document; edits: readonly TextEdit[] }[] = [];
  for (const path of new Set(changes.map(({ found }) => found.file.path))) {
    const own = changes.filter(({ found }) => found.file.path === path);
    const document = sources.document(path);
    const places = sources.places(path);
    if (document === undefined || places === undefined) return { refusal: say`That item is not there any more.` };
    const settled = settle(own, sources.query);
    for (const one of settled) {
      const refusal = refusalBefore(one);
      if (refusal !== undefined) return { refusal };
    }
    const steps = settled.map((one) => ({ index: one.found.index, step: stepOf(one, config) }));
    const each = settled.map(({ found }, at) => steps[at]!.step({ document, places }, found.item));
    const failed = each.indexOf(undefined);
    if (failed >= 0) return { refusal: refusalFor(settled[failed]!.found.item) };
    const plain = each.flatMap((edits) => edits ?? []);
    const edits = areApart(plain) ? plain : inOrder(document, path, config, steps);
    if (edits === undefined) return { refusal: refusalFor(settled[0]!.found.item) };
    if (edits.length > 0) files.push({ document, edits });
  }
  return { files };
}

/** Each field of an item once, with the values that it ends up with; what stands there already is no change. */
function settle(changes: readonly FieldChange[], query: Query): readonly FieldChange[] {
  const settled = new Map<string, FieldChange>();
  for (const { found, field, values, instead } of changes) {
    const key = `${found.index} ${field}`;
    const before = settled.get(key)?.values ?? valuesNow(found, field, query);
    // Where there can be one alone, it gives way.
    const isOne = query.config.schema.kinds.get(found.item.kind)?.fieldNames.get(field)?.many !== true;
    const after = instead === undefined || isOne ? values : replaced(before, instead, values);
    settled.set(key, { found, field, values: [...new Set(after)] });
  }
  return [...settled.values()].filter(({ found, field, values }) => {
    const written = found.item.fields.get(field);
    // A title stands in a heading, too.
    if (field === "title" || (written !== undefined && written.state !== "given")) return true;
    return writtenValues(fieldOf(found, field)).join("\n") !== values.join("\n");
  });
}

/** What it says, or takes from what is around it: of that, what leads nowhere is not written once more. */
function valuesNow(found: Found, field: string, query: Query): readonly string[] {
  const { schema } = query.config;
  const written = fieldOf(found, field);
  if (written === undefined || found.item.fields.has(field) || written.links.length === 0)
    return writtenValues(written);
  const to = schema.kinds.get(found.item.kind)?.fieldNames.get(field)?.to ?? [];
  return written.links.flatMap(({ target, text }) => {
    const end = query.resolve(found, target);
    return end.type === "item" && isKind(schema, end.found.item.kind, to) ? [text.trim()] : [];
  });
}

/** The new values stand where the first one stood that gives way, else at the end. */
function replaced(before: readonly string[], instead: readonly string[], values: readonly string[]): readonly string[] {
  const at = before.findIndex((value) => instead.includes(value));
  const kept = (some: readonly string[]) => some.filter((value) => !instead.includes(value));
  return at < 0 ? [...before, ...values] : [...before.slice(0, at), ...values, ...kept(before.slice(at))];
}

function stepOf({ field, values }: FieldChange, { schema }: Config): Step {
  return (file, item) => {
    const kind = schema.kinds.get(item.kind);
    if (kind === undefined) return undefined;
    return field === "title" ? setTitle(file, item, kind, values) : setItemField(file, item, kind, field, values);
  };
}

/** No two write at one place, or where the other takes away. */
function areApart(edits: readonly TextEdit[]): boolean {
  const sorted = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.every(({ start }, at) => at === 0 || sorted[at - 1]!.end < start);
}

function refusalBefore({ found: { item }, field, values }: FieldChange): Words | undefined {
  const lost = item.fields
    .get(field)
    ?.links.find((link) => link.target.type === "nested" && !values.includes(link.text));
  if (lost !== undefined)
    return say`${lost.text} is written in this list, with all that is said about it. Take it out in the document.`;
  if (field === "title" && values.length === 0 && !item.fields.has("title"))
    return say`The title is the heading “${item.title}”. Write another one, or take the heading out.`;
  return undefined;
}

function refusalFor({ site, title }: Item): Words {
  if (site === "table")
    return say`${title} is a row of a table without a column for this. Add the column, or write the item in a place of its own.`;
  if (site === "list")
    return say`${title} is a line of a list, which has no place for this. Change it in the document.`;
  return say`${title} has more in this field than a list of names. Change it in the document.`;
}
