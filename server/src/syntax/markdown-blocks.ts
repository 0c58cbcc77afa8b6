import {
  closeContainers,
  continued,
  type Mutable,
  newContainers,
  nextItem,
  openContainer,
  startsContainer,
  startsSibling,
} from "./markdown-containers.ts";
import { atxHeading, atxLevel, fenceCloses, fenceSize, underlineLevel } from "./markdown-flow.ts";
import { closesHtmlBlock, type HtmlKind, htmlBlockKind, htmlCloserFrom } from "./markdown-html.ts";
import { type Line, newLine, restStart, startLine } from "./markdown-line.ts";
import { isThematicBreak } from "./markdown-markers.ts";
import {
  addLine,
  closeParagraph,
  newParagraph,
  type Paragraph,
  type Sink,
  withoutLastLine,
} from "./markdown-paragraph.ts";
import { delimiterCells, headerCells, splitRow } from "./markdown-tables.ts";
import type { OtherBlock, Table, TableRow } from "./markdown-tree.ts";

/** The block structure of a text, and the regions whose inline content is still to be read. */
export type Scan = Sink;

/** The block that takes the lines at the moment, inside all containers. */
interface Leaf {
  type: "none" | "paragraph" | "fence" | "html" | "indented" | "table";
  block: Mutable<OtherBlock> | Mutable<Table> | undefined;
  rows: TableRow[];
  /** A fence's sign and how many of them. */
  sign: number;
  size: number;
  html: HtmlKind;
}

/** Reads the lines from `from` on, each once: containers first, then the block inside them. */
export function scanBlocks(text: string, from: number): Scan {
  const scan: Scan = {
    ...newContainers(),
    text,
    regions: [],
    definitions: [],
    defined: new Map(),
    paragraph: newParagraph(),
  };
  const leaf: Leaf = { type: "none", block: undefined, rows: [], sign: 0, size: 0, html: 0 };
  const line = newLine(text);
  let at = from;
  let feed = text.indexOf("\n", at);
  let carriage = text.indexOf("\r", at);
  for (;;) {
    if (feed >= 0 && feed < at) feed = text.indexOf("\n", at);
    if (carriage >= 0 && carriage < at) carriage = text.indexOf("\r", at);
    const last = feed < 0 && carriage < 0;
    const end = last ? text.length : carriage < 0 || (feed >= 0 && feed < carriage) ? feed : carriage;
    startLine(line, at, end);
    readLine(scan, leaf, line);
    if (last) break;
    at = end === carriage && feed === end + 1 ? end + 2 : end + 1;
  }
  closeLeaf(scan, leaf);
  closeContainers(scan, 0);
  return scan;
}

function readLine(scan: Scan, leaf: Leaf, line: Line): void {
  const { stack } = scan;
  let count = continued(scan, line);
  if (count < stack.length && startsSibling(scan, stack[count]!, line)) {
    extendTo(scan, leaf, line.start);
    closeLeaf(scan, leaf);
    closeContainers(scan, count + 1);
    nextItem(scan, stack[count]!, line);
    count++;
  }
  const all = count === stack.length;
  let lazy = !all;
  if (!all || (leaf.type !== "fence" && leaf.type !== "html")) {
    const interrupts = all && (leaf.type === "paragraph" || leaf.type === "indented");
    for (;;) {
      const opening = line.code < 0 ? undefined : startsContainer(scan, line, interrupts);
      if (opening === undefined) break;
      if (count < stack.length || leaf.type !== "none") {
        extendTo(scan, leaf, line.start);
        closeLeaf(scan, leaf);
        closeContainers(scan, count);
      }
      openContainer(scan, opening, line);
      count++;
      lazy = false;
    }
  }
  const before = leaf.type;
  if (before !== "none" && takesLine(scan, leaf, line, lazy)) return;
  if (lazy && !staysInside(before, line)) closeContainers(scan, count);
  if (line.code < 0) return;
  openLeaf(scan, leaf, line);
  // What is indented where a paragraph could have gone on without the containers' signs is one line of code.
  if (lazy && leaf.type === "indented") closeLeaf(scan, leaf);
}

/** For remark a lone tag that follows a paragraph without the containers' signs is still inside them. */
function staysInside(before: Leaf["type"], line: Line): boolean {
  if (before !== "paragraph" || line.code !== 60 || line.indent > 3 || line.end === line.text.length) return false;
  return htmlBlockKind(line.text, line.first, line.end, true) === 7;
}

/** Whether the open leaf goes on in this line, or ends with it; else it is closed and the line is still to be read. */
function takesLine(scan: Scan, leaf: Leaf, line: Line, lazy: boolean): boolean {
  const { text } = line;
  switch (leaf.type) {
    case "paragraph":
      return paragraphTakes(scan, leaf, line, lazy);
    case "fence":
      if (lazy) break;
      extend(scan, leaf, line);
      if (line.code === leaf.sign && line.indent < 4 && fenceCloses(text, line.first, line.end, leaf.size))
        closeLeaf(scan, leaf);
      return true;
    case "html":
      if (lazy || (line.code < 0 && leaf.html >= 6)) break;
      extend(scan, leaf, line);
      if (leaf.html < 6 && closesHtmlBlock(leaf.html, text, line.at, line.end)) closeLeaf(scan, leaf);
      return true;
    case "indented":
      if (lazy || (line.code >= 0 && line.indent < 4)) break;
      if (line.indent >= 4) extend(scan, leaf, line);
      return true;
    case "table":
      if (line.code < 0 || line.indent > 3 || lazy || startsBlock(line, false, lazy)) break;
      addRow(scan, leaf, line.first, line.end);
      return true;
  }
  closeLeaf(scan, leaf);
  return false;
}

function extend(scan: Scan, leaf: Leaf, line: Line): void {
  const { start } = leaf.block!.span;
  scan.contentEnd = line.end;
  // For remark the text's last line is not in the block when the containers take all of it.
  leaf.block!.span = { start, end: line.at >= line.end && line.end === line.text.length ? line.start : line.end };
}

/** A container that starts while a fence or raw HTML is open ends it: for remark that includes the line's end before it. */
function extendTo(scan: Scan, leaf: Leaf, end: number): void {
  if (leaf.type !== "fence" && (leaf.type !== "html" || leaf.html >= 6)) return;
  leaf.block!.span = { start: leaf.block!.span.start, end };
  scan.contentEnd = end;
}

function paragraphTakes(scan: Scan, leaf: Leaf, line: Line, lazy: boolean): boolean {
  const { text } = line;
  const { paragraph } = scan;
  if (line.code >= 0 && line.indent > 3) {
    addLine(paragraph, line);
    scan.contentEnd = line.end;
    return true;
  }
  if (line.code >= 0) {
    if (!lazy && isDelimiterStart(line.code) && endsInHeader(paragraph, line)) {
      openTable(scan, leaf, line);
      return true;
    }
    const level = lazy ? 0 : underlineLevel(text, line.first, line.end);
    if (level > 0) {
      leaf.type = "none";
      const end = scan.contentEnd;
      scan.contentEnd = line.end;
      if (closeParagraph(scan, level, line.end)) return true;
      // Only definitions stand above: the underline starts anew.
      scan.contentEnd = end;
      return false;
    }
    if (!startsBlock(line, true, lazy)) {
      addLine(paragraph, line);
      scan.contentEnd = line.end;
      return true;
    }
  }
  closeLeaf(scan, leaf);
  return false;
}

/** Whether a heading, rule, fence or HTML block starts here, which ends a paragraph and a table. */
function startsBlock(line: Line, inParagraph: boolean, lazy: boolean): boolean {
  const { text, first, end } = line;
  switch (line.code) {
    case 35:
      return atxLevel(text, first, end) > 0;
    case 42:
    case 45:
    case 95:
      return isThematicBreak(line);
    case 96:
    case 126:
      return fenceSize(text, first, end) > 0;
    case 60:
      return htmlBlockKind(text, first, end, !inParagraph || lazy) > 0;
  }
  return false;
}

function openLeaf(scan: Scan, leaf: Leaf, line: Line): void {
  const { text, first, end, code } = line;
  const { stack, blocks } = scan;
  const depth = stack.length;
  const inner = depth > 0 ? stack[depth - 1] : undefined;
  const fresh = inner?.fresh === true;
  if (inner !== undefined) inner.fresh = false;
  scan.contentEnd = end;
  if (line.indent > 3) {
    openOther(scan, leaf, "indented", "code", restStart(line), end);
    return;
  }
  if (code === 35) {
    const level = atxLevel(text, first, end);
    if (level !== 0) {
      atxHeading(scan, level, first, end);
      return;
    }
  } else if (code === 42 || code === 45 || code === 95) {
    if (isThematicBreak(line)) {
      blocks.push({ type: "rule", span: { start: first, end }, depth });
      return;
    }
  } else if (code === 96 || code === 126) {
    leaf.size = fenceSize(text, first, end);
    leaf.sign = code;
    if (leaf.size > 0) {
      openOther(scan, leaf, "fence", "code", first, end);
      return;
    }
  } else if (code === 60) {
    leaf.html = htmlBlockKind(text, first, end, true);
    if (leaf.html > 0) {
      openOther(scan, leaf, "html", "html", restStart(line), end);
      if (leaf.html < 6 && closesHtmlBlock(leaf.html, text, htmlCloserFrom(leaf.html, first), end))
        closeLeaf(scan, leaf);
      return;
    }
  }
  leaf.type = "paragraph";
  const { paragraph } = scan;
  paragraph.lines.length = 0;
  paragraph.gaps = false;
  paragraph.item = fresh && inner!.type === "list" ? (inner!.block as Paragraph["item"]) : undefined;
  paragraph.mayBeTask = fresh && (inner!.task === "yes" || (inner!.task === "unindented" && line.indent === 0));
  addLine(paragraph, line);
}

function openOther(
  scan: Scan,
  leaf: Leaf,
  type: "fence" | "html" | "indented",
  blockType: "code" | "html",
  start: number,
  end: number,
): void {
  leaf.type = type;
  leaf.block = { type: blockType, span: { start, end }, depth: scan.stack.length };
  scan.blocks.push(leaf.block);
}

function closeLeaf(scan: Scan, leaf: Leaf): void {
  const { type, block } = leaf;
  leaf.type = "none";
  if (type === "paragraph") closeParagraph(scan, 0, scan.contentEnd);
  else if (type === "html") {
    const { start, end } = block!.span;
    scan.regions.push({ text: scan.text, start, end, origins: undefined, html: true, heading: undefined });
  }
  leaf.block = undefined;
}

function isDelimiterStart(code: number): boolean {
  return code === 124 || code === 45 || code === 58;
}

/** Whether the line is a delimiter row with as many cells as the paragraph's last line. */
function endsInHeader(paragraph: Paragraph, line: Line): boolean {
  if (!paragraph.mayBeHeader) return false;
  const cells = delimiterCells(line.text, line.first, line.end);
  const { lines } = paragraph;
  return cells > 0 && headerCells(line.text, lines[lines.length - 2]!, lines[lines.length - 1]!) === cells;
}

/** The paragraph's last line becomes a table's header. */
function openTable(scan: Scan, leaf: Leaf, line: Line): void {
  const { lines } = scan.paragraph;
  const start = lines[lines.length - 2]!;
  const headerEnd = lines[lines.length - 1]!;
  withoutLastLine(scan);
  scan.contentEnd = line.end;
  leaf.type = "table";
  leaf.rows = [];
  const table: Mutable<Table> = {
    type: "table",
    span: { start, end: line.end },
    depth: scan.stack.length,
    rows: leaf.rows,
  };
  leaf.block = table;
  scan.blocks.push(table);
  addRow(scan, leaf, start, headerEnd);
  table.span = { start, end: line.end };
  scan.contentEnd = line.end;
}

function addRow(scan: Scan, leaf: Leaf, start: number, end: number): void {
  const { text, regions } = scan;
  const cells: { start: number; end: number }[] = [];
  splitRow(text, start, end, (from, to) => {
    cells.push({ start: from, end: to });
    if (to > from) regions.push({ text, start: from, end: to, origins: undefined, html: false, heading: undefined });
  });
  leaf.rows.push({ span: { start, end }, cells });
  leaf.block!.span = { start: leaf.block!.span.start, end };
  scan.contentEnd = end;
}
