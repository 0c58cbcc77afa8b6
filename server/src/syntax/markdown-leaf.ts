import type { Mutable } from "./markdown-containers.ts";
import type { HtmlKind } from "./markdown-html.ts";
import type { Line } from "./markdown-line.ts";
import { newMarker } from "./markdown-markers.ts";
import { closeParagraph, newParagraph, type Sink } from "./markdown-paragraph.ts";
import type { OtherBlock, Table, TableRow } from "./markdown-tree.ts";

/** The block structure of a text, and the regions whose inline content is still to be read. */
export type Scan = Sink;

/** Made in one piece: whatever reads it finds its parts where they were in the text before. */
export function newScan(text: string): Scan {
  return {
    stack: [],
    quotes: [],
    blocks: [],
    footnotes: new Set(),
    marker: newMarker(),
    contentEnd: 0,
    quotedEnd: 0,
    quotedNow: 0,
    text,
    regions: [],
    definitions: [],
    defined: new Map(),
    paragraph: newParagraph(),
  };
}

/** The block that takes the lines at the moment, inside all containers. One object stands for them all in turn. */
export interface Leaf {
  type: "none" | "paragraph" | "fence" | "html" | "indented" | "table";
  /** What it is in the tree; a paragraph is none before it ends. */
  block: Mutable<OtherBlock> | Mutable<Table> | undefined;
  end: number;
  rows: TableRow[];
  /** A fence's sign and how many of them. */
  sign: number;
  size: number;
  html: HtmlKind;
}

export function newLeaf(): Leaf {
  return { type: "none", block: undefined, end: 0, rows: [], sign: 0, size: 0, html: 0 };
}

/** Starts a block that is in the tree at once; where it ends is known when it is closed. */
export function startLeaf(
  scan: Scan,
  leaf: Leaf,
  type: Leaf["type"],
  block: Mutable<OtherBlock> | Mutable<Table>,
): void {
  leaf.type = type;
  leaf.block = block;
  leaf.end = block.span.end;
  scan.contentEnd = leaf.end;
  scan.blocks.push(block);
}

/** The line belongs to the block. */
export function extendLeaf(scan: Scan, leaf: Leaf, line: Line): void {
  scan.contentEnd = line.end;
  // For remark the text's last line is not in the block when the containers take all of it.
  leaf.end = line.at >= line.end && line.end === line.text.length ? line.start : line.end;
}

/** A container that starts while a fence or raw HTML is open ends it; for remark the line's end before it is inside. */
export function endLeafAt(scan: Scan, leaf: Leaf, end: number): void {
  if (leaf.type !== "fence" && (leaf.type !== "html" || leaf.html >= 6)) return;
  leaf.end = end;
  scan.contentEnd = end;
}

export function closeLeaf(scan: Scan, leaf: Leaf): void {
  const { type, block, end } = leaf;
  leaf.type = "none";
  leaf.block = undefined;
  if (type === "paragraph") closeParagraph(scan, 0, scan.contentEnd);
  if (block === undefined) return;
  const { start } = block.span;
  if (end !== block.span.end) block.span = { start, end };
  if (type === "html")
    scan.regions.push({ text: scan.text, start, end, origins: undefined, html: true, heading: undefined });
}
