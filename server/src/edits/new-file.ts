import { applyEdits, type TextEdit } from "../base/span.ts";
import type { SchemaKind } from "../model/schema.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import { setField } from "../syntax/yaml-edit.ts";
import type { YamlValue } from "../syntax/yaml-write.ts";
import type { Query } from "../workspace/query.ts";
import { newDocument } from "./new-document.ts";
import { nextId } from "./next-id.ts";

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
  /** What is known of its fields. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A document of a kind as *New…* makes it, with what is known of it filled in. */
export function newFile(query: Query, kind: SchemaKind, { title, id, path, fields = {} }: Wanted): NewFile {
  const prefix = kind.prefixes[0];
  const own = id ?? (prefix === undefined ? undefined : nextId(query, prefix));
  const draft = newDocument(query, kind, title ?? own ?? kind.label);
  let text = withoutStops(draft.snippet);
  if (title === undefined) text = text.replace(/^# .*$/m, "# TBD");
  const set = (name: string, value: YamlValue): void => {
    const { map } = readFrontmatter(text);
    const order = ["type", ...kind.fields.map((field) => field.name)];
    const edits: readonly TextEdit[] = map === undefined ? [] : setField(text, map, name, value, order);
    text = applyEdits(text, edits);
  };
  if (own !== undefined) set("id", own);
  for (const [name, value] of Object.entries(fields)) set(name, value);
  const there = path ?? draft.path;
  return { path: there, text, name: own ?? there.slice(there.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "") };
}

/** A snippet as it is when nobody fills it in: `${1:tbd}` is `tbd`. */
function withoutStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}|(?<!\\)\$\d+/g, (_, words: string | undefined) => words ?? "")
    .replace(/\\([\\$}])/g, "$1");
}
