import type { Span } from "../base/span.ts";
import type { Block, Markdown, Table } from "../syntax/markdown-tree.ts";
import type { YamlEntry, YamlScalar } from "../syntax/yaml-tree.ts";
import { agrees } from "./agree.ts";
import { bare } from "./bare.ts";
import { isNotGiven, noneOnPurpose } from "./given.ts";
import { leadingId } from "./leading-id.ts";
import { isLeftOver, splitList } from "./pieces.ts";
import { namesIn, readEntry } from "./read-fields.ts";
import { looksLikeTarget, readTarget } from "./read-target.ts";
import type { DraftItem, Reading } from "./reading.ts";
import { canonicalName, type SchemaKind } from "./schema.ts";
import type { FieldValue } from "./summary.ts";

/**
 * Fields in the lines right below a heading: `Owner: Ana`, `**Status:** Draft`, `- Team: growth`, or a table of two columns.
 * They fill in what a stronger place does not say, and what says otherwise than that is kept as a conflict.
 * Reads from block `first` up to the next heading.
 */
export function readMetadata(
  markdown: Markdown,
  first: number,
  item: DraftItem,
  index: number,
  reading: Reading,
): void {
  const { blocks } = markdown;
  let stronger: ReadonlyMap<string, FieldValue> | undefined;
  for (let at = first; at < blocks.length && blocks[at]!.type !== "heading"; at++) {
    const block = blocks[at]!;
    if (block.depth > 0) continue;
    const entries = entriesOf(block, item.kind, reading);
    if (entries.length === 0) {
      if (stronger !== undefined) return;
      continue;
    }
    stronger ??= new Map([...item.fields].filter(([, { state }]) => state !== "not-given"));
    for (const entry of entries) take(entry, stronger, item, index, reading);
    if (block.type === "table") return;
  }
}

function take(
  entry: YamlEntry,
  stronger: ReadonlyMap<string, FieldValue>,
  item: DraftItem,
  index: number,
  reading: Reading,
): void {
  const definition = item.kind.fieldNames.get(canonicalName(entry.key.text))!;
  const { name } = definition;
  const counts = item.fields.get(name);
  // Each tracker has its own key, here as at the top.
  const isOther =
    definition.type === "url" && counts !== undefined && !namesIn(counts).includes(canonicalName(entry.key.text));
  if (counts === undefined || isOther) {
    readEntry(entry, item, index, reading);
    return;
  }
  if (entry.value?.type !== "scalar" || isNotGiven(entry.value.text)) return;
  const { text, span } = entry.value;
  if (isLeftOver(text, definition)) {
    reading.placeholders.push({ text, entry: reading.places.add(span) });
  } else if (counts.state === "not-given") {
    // The key that waits for its value stays where it is: there the value would be written.
    item.fields.delete(name);
    readEntry(entry, item, index, reading);
    item.fields.set(name, { ...item.fields.get(name)!, written: counts.written, key: counts.key });
  } else if (stronger.has(name)) {
    const targets = partsOf(text).map((part) => readTarget(part, reading.path, reading.schema));
    if (agrees(counts, { text, targets }, definition, reading.config)) return;
    item.conflicts.push({ field: name, text, entry: reading.places.add(span) });
  }
}

function partsOf(text: string): readonly string[] {
  return splitList(text).map(({ start, end }) => text.slice(start, end));
}

function entriesOf(block: Block, kind: SchemaKind, reading: Reading): readonly YamlEntry[] {
  if (block.type === "table") return tableEntries(block, kind, reading);
  if (block.type === "item") return lineEntries(block.content, kind, reading);
  return block.type === "paragraph"
    ? linesOf(block.span, reading.text).flatMap((line) => lineEntries(line, kind, reading))
    : [];
}

function tableEntries(table: Table, kind: SchemaKind, reading: Reading): readonly YamlEntry[] {
  if (table.rows.some(({ cells }) => cells.length > 2)) return [];
  // Its first row may well say “ID | Requirement”.
  const isRequirement = (cell: Span | undefined): boolean =>
    cell !== undefined && leadingId(cell, reading)?.kind.base === "requirement";
  if (table.rows.some(({ cells: [label] }) => isRequirement(label))) return [];
  return table.rows.flatMap(({ cells: [label, value] }) =>
    label === undefined || value === undefined ? [] : entry(label, value, kind, reading),
  );
}

/** A label is short: nothing that comes later in a line is looked at. */
const longestLabel = 48;

function lineEntries(line: Span, kind: SchemaKind, reading: Reading): readonly YamlEntry[] {
  const colon = reading.text.slice(line.start, Math.min(line.end, line.start + longestLabel)).indexOf(":");
  if (colon < 1) return [];
  return entry(
    { start: line.start, end: line.start + colon },
    { start: line.start + colon + 1, end: line.end },
    kind,
    reading,
  );
}

/** One field, or nothing where the label is none; links count only where they look like links, since prose stands here too. */
function entry(label: Span, value: Span, kind: SchemaKind, reading: Reading): readonly YamlEntry[] {
  const key = scalar(bare(label, reading.text), reading.text);
  const definition = kind.fieldNames.get(canonicalName(key.text));
  if (definition === undefined || definition.name === "aliases") return [];
  const inner = scalar(bare(value, reading.text), reading.text);
  if (definition.type === "link") {
    if (
      !partsOf(inner.text).every(
        (part) => looksLikeTarget(part) || isNotGiven(part) || noneOnPurpose(part) !== undefined,
      )
    )
      return [];
  }
  return [{ key, value: inner, span: { start: label.start, end: value.end } }];
}

function scalar(span: Span, text: string): YamlScalar {
  return { type: "scalar", span, text: text.slice(span.start, span.end), style: "plain" };
}

function linesOf({ start, end }: Span, text: string): readonly Span[] {
  const lines: Span[] = [];
  for (let from = start; from < end; ) {
    const newline = text.indexOf("\n", from);
    const to = newline < 0 || newline > end ? end : newline;
    lines.push({ start: from, end: to });
    from = to + 1;
  }
  return lines;
}
