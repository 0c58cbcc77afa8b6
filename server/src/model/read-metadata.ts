import type { Span } from "../base/span.ts";
import type { Block, Markdown, Table } from "../syntax/markdown-tree.ts";
import type { YamlEntry, YamlScalar } from "../syntax/yaml-tree.ts";
import { bare } from "./bare.ts";
import { isNotGiven, noneOnPurpose } from "./given.ts";
import { foldStatus } from "./phase.ts";
import { readEntry, splitList } from "./read-fields.ts";
import { looksLikeTarget } from "./read-target.ts";
import type { DraftItem, Reading } from "./reading.ts";
import { canonicalName, type SchemaKind } from "./schema.ts";

/**
 * Fields in the lines right below a heading: `Owner: Ana`, `**Status:** Draft`, `- Team: growth`, or a table of two columns.
 * They fill in what a stronger place does not say; a status that says otherwise is kept as a conflict.
 * Reads from block `first` up to the next heading.
 */
export function readMetadata(
  markdown: Markdown,
  first: number,
  item: DraftItem,
  index: number,
  reading: Reading,
): void {
  let begun = false;
  for (const block of blocksUntilHeading(markdown.blocks, first)) {
    if (block.depth > 0) continue;
    const entries = entriesOf(block, item.kind, reading);
    if (entries.length === 0) {
      if (begun) return;
      continue;
    }
    begun = true;
    for (const entry of entries) take(entry, item, index, reading);
    if (block.type === "table") return;
  }
}

function* blocksUntilHeading(blocks: readonly Block[], first: number): Iterable<Block> {
  for (let at = first; at < blocks.length && blocks[at]!.type !== "heading"; at++) yield blocks[at]!;
}

function take(entry: YamlEntry, item: DraftItem, index: number, reading: Reading): void {
  const definition = item.kind.fieldNames.get(canonicalName(entry.key.text))!;
  const stronger = item.fields.get(definition.name);
  const said = entry.value?.type === "scalar" ? entry.value.text : "";
  if (stronger === undefined) readEntry(entry, item, index, reading);
  else if (
    definition.type === "status" &&
    said !== "" &&
    foldStatus(said) !== foldStatus(stronger.values[0]?.text ?? "")
  ) {
    item.conflicts.push({ field: definition.name, text: said, entry: reading.places.add(entry.value!.span) });
  }
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
    const parts = splitList(inner.text).map(({ start, end }) => inner.text.slice(start, end));
    if (!parts.every((part) => looksLikeTarget(part) || isNotGiven(part) || noneOnPurpose(part) !== undefined))
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
