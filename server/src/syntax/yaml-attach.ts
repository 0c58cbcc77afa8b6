import type { TextEdit } from "../base/span.ts";
import { listBelowValue, ownerlessList, wrongIndent } from "./yaml-flaws.ts";
import { shift } from "./yaml-indent.ts";
import { isBlank, isEmptyLine, type Line, type Source } from "./yaml-source.ts";
import type { YamlEntry, YamlList, YamlScalar } from "./yaml-tree.ts";

/** A list where none can stand. */
export interface StrayList {
  readonly list: YamlList;
  readonly column: number;
  /** The line in which it begins. */
  readonly firstLine: number;
  /** How many flaws had been found before it. */
  readonly slot: number;
}

/** It continues the value of the field above it, in a map whose fields stand in `mapColumn`. */
export function attach(source: Source, entries: YamlEntry[], stray: StrayList, mapColumn: number): void {
  const { list, column, firstLine, slot } = stray;
  const line = source.lines[firstLine]!;
  const dash = { start: line.from, end: line.from + 1 };
  const last = entries.at(-1);
  // An empty line between the two says that the name of the list is missing.
  const apart = last?.value !== undefined && isEmptyLine(source.lines[firstLine - 1]);
  if (!last || last.value?.type === "map" || apart) {
    ownerlessList(source, dash);
    return;
  }
  const { value } = last;
  const within = { start: last.span.start, end: list.span.end };
  if (value === undefined || value.span.start === value.span.end) {
    entries[entries.length - 1] = { key: last.key, value: list, span: within };
    if (value) wrongIndent(source, dash, "entry", true, shift(source, firstLine, source.line, mapColumn - column));
    return;
  }
  const before = value.type === "list" ? value.items : [value];
  const items = [...before, ...list.items];
  const late = value.type === "list" && !value.flow;
  const span = { start: value.span.start, end: list.span.end };
  entries[entries.length - 1] = { key: last.key, value: { type: "list", flow: false, items, span }, span: within };
  if (!late) {
    const edits = value.type === "scalar" ? moveDown(source.text, value, column, line) : undefined;
    listBelowValue(source, dash, edits);
    // The cause comes before what it leads to.
    source.found.splice(slot, 0, source.found.pop()!);
  }
}

function moveDown(text: string, value: YamlScalar, column: number, line: Line): TextEdit[] {
  const newline = text[line.start - 2] === "\r" ? "\r\n" : "\n";
  let gap = value.span.start;
  while (isBlank(text.charCodeAt(gap - 1))) gap--;
  return [{ span: { start: gap, end: value.span.start }, newText: `${newline}${" ".repeat(column)}- ` }];
}
