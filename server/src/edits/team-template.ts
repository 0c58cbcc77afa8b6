import { applyEdits } from "../base/span.ts";
import { classify } from "../model/classify.ts";
import type { TeamTemplate } from "../model/config.ts";
import { quartersFrom } from "../model/quarters.ts";
import { canonicalName, kindNamed, type Schema, type SchemaKind } from "../model/schema.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import { insertField, setField } from "../syntax/yaml-edit.ts";
import { yamlScalar } from "../syntax/yaml-quote.ts";
import type { YamlMap } from "../syntax/yaml-tree.ts";
import type { Query } from "../workspace/query.ts";
import type { Draft, NewDocumentWish } from "./new-document.ts";
import { newPlace } from "./new-place.ts";
import { asSnippet, asText, type Piece } from "./stops.ts";
import { trackDocument } from "./track-document.ts";

/** The kind that a team's template makes: as the configuration says, else as the document does. */
export function kindOfTemplate({ kind }: TeamTemplate, text: string, schema: Schema): SchemaKind | undefined {
  return kind === undefined ? kindSaid(text, schema) : schema.kinds.get(kind);
}

/**
 * A new document as a team's template has it. `{id}`, `{title}`, `{owner}`, `{today}` and `{quarter}` are filled in; where it
 * has no place for the kind, the id or the title, these are set where they belong. What it leaves empty is a tab stop.
 */
export function fromTemplate(query: Query, text: string, kind: SchemaKind, wish: NewDocumentWish): Draft {
  const place = newPlace(query, kind, wish);
  const values: Values = {
    id: place.id ?? "",
    title: wish.title,
    owner: wish.owner ?? `${stopStart}tbd${stopEnd}`,
    today: query.today,
    quarter: quartersFrom(query.today, 1)[0] ?? "",
  };
  const source = plainOf(text);
  let filled = withValues(source, values);
  if (!source.includes("{title}")) filled = withTitle(filled, wish.title);
  filled = withKind(filled, place.path, kind, query);
  const top = source.slice(0, readFrontmatter(source).bodyStart);
  if (place.says !== undefined && !top.includes("{id}")) filled = withField(filled, place.says[0], place.says[1]);
  const pieces = piecesIn(withEmptyStops(filled));
  return { path: place.path, id: place.id, text: asText(pieces), snippet: asSnippet(pieces) };
}

/** Letters that no text holds: where a place to fill in begins and ends, while the text is still being changed. */
const stopStart = "\uE000";
const stopEnd = "\uE001";

function plainOf(text: string): string {
  const plain = text
    .replace(/\r\n?/g, "\n")
    .replace(/^\uFEFF/, "")
    .replaceAll(stopStart, "")
    .replaceAll(stopEnd, "");
  return `${plain.trimEnd()}\n`;
}

type Values = Readonly<Record<(typeof names)[number], string>>;

const names = ["id", "title", "owner", "today", "quarter"] as const;

/** In the block at the top a value is quoted where it needs to be. */
function withValues(text: string, values: Values): string {
  const { bodyStart } = readFrontmatter(text);
  const top = text.slice(0, bodyStart).split("\n");
  const written = top.map((line) => withScalar(line, values)).join("\n") + text.slice(bodyStart);
  return written.replace(
    /(?<!\{)\{(id|title|owner|today|quarter)\}(?!\})/g,
    (_, name: string) => values[name as keyof Values],
  );
}

/** `title: {title}`, with or without quotes, and with a comment behind it. */
function withScalar(line: string, values: Values): string {
  const name = names.find((candidate) => line.includes(`{${candidate}}`));
  if (name === undefined) return line;
  const [before = "", after = ""] = line.split(`{${name}}`);
  const isQuoted = /["']$/.test(before) && after[0] === before.at(-1);
  const key = isQuoted ? before.slice(0, -1) : before;
  const rest = isQuoted ? after.slice(1) : after;
  const isAlone = key.trimEnd().endsWith(":") && key.trimEnd() !== key && /^\s*$|^\s+#/.test(rest);
  return isAlone && !rest.includes("{") ? `${key}${scalarOf(values[name])}${rest}` : line;
}

function scalarOf(value: string): string {
  return value.startsWith(stopStart) ? value : yamlScalar(value);
}

/** A title for a template that has no place for one: its own `title`, else its heading, else a new one. */
function withTitle(text: string, title: string): string {
  const { map, bodyStart } = readFrontmatter(text);
  const own = map?.entries.find(({ key }) => canonicalName(key.text) === "title");
  if (map !== undefined && own !== undefined) return applyEdits(text, setField(text, map, own.key.text, title));
  const body = text.slice(bodyStart);
  const heading = /^# .*$/m.exec(body);
  const newBody =
    heading === null
      ? `${bodyStart > 0 ? "\n" : ""}# ${title}\n\n${body.replace(/^\n+/, "")}`
      : `${body.slice(0, heading.index)}# ${title}${body.slice(heading.index + heading[0].length)}`;
  return text.slice(0, bodyStart) + newBody;
}

/** Says its kind, unless it does already or its path does. */
function withKind(text: string, path: string, kind: SchemaKind, { config }: Query): string {
  const read = classify(path, readFrontmatter(text).map, config);
  if (read.type === "spec" && read.kind.name === kind.name) return text;
  const tracked = trackDocument(text, kind.name);
  return tracked === undefined ? withField(text, "type", kind.name) : applyEdits(text, tracked);
}

function withField(text: string, name: string, value: string): string {
  const { map } = readFrontmatter(text);
  if (map === undefined) return text;
  const own = map.entries.find(({ key }) => canonicalName(key.text) === canonicalName(name));
  const edits =
    own === undefined
      ? insertField(text, map, name, value, order(map, name))
      : setField(text, map, own.key.text, value);
  return applyEdits(text, edits);
}

/** Behind the type, in front of everything else. */
function order({ entries }: YamlMap, name: string): readonly string[] {
  const isType = (key: string): boolean => canonicalName(key) === "type";
  const keys = entries.map(({ key }) => key.text);
  return [...keys.filter(isType), name, ...keys.filter((key) => !isType(key))];
}

/** Fields that stand there without a value are places to fill in. */
function withEmptyStops(text: string): string {
  const { map } = readFrontmatter(text);
  const ends = (map?.entries ?? []).flatMap(({ key, value }) => {
    const isEmpty = value === undefined || (value.type === "scalar" && value.span.start === value.span.end);
    const behind = /^[ \t]*:[ \t]*(?=\n)/.exec(text.slice(key.span.end));
    return isEmpty && behind !== null && map?.flow === false
      ? [{ start: key.span.end, end: key.span.end + behind[0].length }]
      : [];
  });
  return applyEdits(
    text,
    ends.map((span) => ({ span, newText: `: ${stopStart}${stopEnd}` })),
  );
}

function piecesIn(text: string): readonly Piece[] {
  return text
    .split(/(\uE000[^\uE001]*\uE001)/)
    .filter((part) => part !== "")
    .map((part) => (part.startsWith(stopStart) ? { says: part.slice(1, -1) } : part));
}

/** The kind behind `type`, in any of its spellings. */
function kindSaid(text: string, schema: Schema): SchemaKind | undefined {
  const value = readFrontmatter(text).map?.entries.find(({ key }) => canonicalName(key.text) === "type")?.value;
  return value?.type === "scalar" ? kindNamed(value.text, schema)?.kind : undefined;
}
