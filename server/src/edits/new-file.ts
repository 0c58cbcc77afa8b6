import { stem } from "../base/path.ts";
import { applyEdits } from "../base/span.ts";
import { idPrefix } from "../model/requirement-id.ts";
import type { SchemaKind } from "../model/schema.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import { setField } from "../syntax/yaml-edit.ts";
import type { Query } from "../workspace/query.ts";
import { type Draft, newDocument } from "./new-document.ts";
import { nextOf } from "./new-place.ts";
import { templateOfKind } from "./templates.ts";

/** A document that does not exist yet, as it will be written. */
export interface NewFile {
  /** Relative to the project's folder. */
  readonly path: string;
  readonly text: string;
  /** What links to it say. */
  readonly name: string;
}

export interface Wanted {
  /** What it is called; without it that waits to be filled in. */
  readonly title?: string;
  /** Without it the next free one. */
  readonly id?: string;
  /** Where others look for it already. */
  readonly path?: string;
  readonly owner?: string;
  /** Ids that others have taken where this workspace does not see them. */
  readonly taken?: Iterable<string>;
  /** What else is known of its fields. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A document of a kind as *New…* makes it, with what is known of it filled in. */
export function newFile(
  query: Query,
  kind: SchemaKind,
  { title, id, path, owner, taken, fields = {} }: Wanted,
): NewFile {
  const known = id ?? title ?? nextOf(query, kind, taken) ?? kind.label;
  const draft = newDocument(query, templateOfKind(kind), kind, { title: title ?? known, owner, taken });
  let text = title === undefined ? draft.text.replace(/^# .*$/m, "# TBD") : draft.text;
  const set = (name: string, value: string): void => {
    const { map } = readFrontmatter(text);
    const order = ["type", ...kind.fields.map((field) => field.name)];
    text = applyEdits(text, map === undefined ? [] : setField(text, map, name, value, order));
  };
  if (id !== undefined && id !== draft.id) set("id", id);
  for (const [name, value] of Object.entries(fields)) set(name, value);
  const there = path ?? pathFor(draft, known);
  return { path: there, text, name: id ?? draft.id ?? stem(there) };
}

/** A file that is named after its id is named after the one it has; without a title, after that alone. */
function pathFor({ path, id }: Draft, known: string): string {
  if (id === undefined || idPrefix(known) === undefined) return path;
  const named = path.replace(id, known).replace(id.toLowerCase(), known.toLowerCase());
  const slug = known.toLowerCase();
  return named.replace(`${known}-${slug}`, known).replace(`${slug}-${slug}`, slug);
}
