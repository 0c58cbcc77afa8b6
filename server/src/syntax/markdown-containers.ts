import { type Line, restStart, takeBlanks } from "./markdown-line.ts";
import {
  copyMarker,
  type Marker,
  newMarker,
  takeFootnoteMarker,
  takeListMarker,
  takeQuoteMarker,
} from "./markdown-markers.ts";
import { labelKey } from "./markdown-targets.ts";
import type { Block, ListItem, OtherBlock } from "./markdown-tree.ts";

export type Mutable<Node> = { -readonly [Key in keyof Node]: Node[Key] };

/** A quote, a list with its current item, or a footnote, around the lines that follow. */
export interface Container {
  readonly type: "quote" | "list" | "footnote";
  /** A list's current marker. */
  readonly marker: Marker | undefined;
  /** The quote or the list's current item. */
  block: Mutable<OtherBlock> | Mutable<ListItem> | undefined;
  /** The end of the last line with a quote's sign. */
  end: number;
  /** Nothing has been read in it yet. */
  fresh: boolean;
  /** The item starts with an empty line; a second one ends it. */
  startsEmpty: boolean;
  stayedEmpty: boolean;
  /** Whether a first paragraph here may start with a checkbox: `unindented` is where the marker's line is empty. */
  task: "no" | "unindented" | "yes";
}

/** What is open around the current line, from the outside in. */
export interface Containers {
  readonly stack: Container[];
  /** Where in the stack the quotes are: an empty line ends these, and passes everything else without looking at it. */
  readonly quotes: number[];
  readonly blocks: Block[];
  readonly footnotes: Set<string>;
  /** The list marker that was read last. */
  readonly marker: Marker;
  /** The end of the last content, which is where an item ends when it is over. */
  contentEnd: number;
  /** The end of the last line with a quote's sign before this one, and of the last one of all. */
  quotedEnd: number;
  quotedNow: number;
}

export type Opening = "quote" | "list" | { readonly label: string };

/** How many containers the line continues; what they want to see in each of their lines is taken from it. */
export function continued(containers: Containers, line: Line): number {
  const { stack, quotes } = containers;
  containers.quotedEnd = containers.quotedNow;
  let count = 0;
  let quote = 0;
  while (count < stack.length) {
    const container = stack[count]!;
    if (line.code < 0 && line.indent === 0 && container.type !== "quote") {
      const inner = stack[stack.length - 1]!;
      count = quotes[quote] ?? stack.length;
      if (count === stack.length && inner.startsEmpty) inner.stayedEmpty = true;
      continue;
    }
    if (!continues(container, line)) break;
    if (container.type === "quote") {
      quote++;
      containers.quotedNow = line.end;
    }
    count++;
  }
  return count;
}

/** Whether the line starts the next item of this list; the marker is taken, `nextItem` then makes the item. */
export function startsSibling(containers: Containers, list: Container, line: Line): boolean {
  if (list.type !== "list" || line.indent > 3 || line.code < 0) return false;
  return takeListMarker(line, false, list.marker, containers.marker);
}

export function nextItem(containers: Containers, list: Container, line: Line): void {
  closeBlock(containers, list);
  openItem(containers, list, line, list.block!.depth);
}

/** Which container starts at the line's first character; its marker is taken, `openContainer` then opens it. */
export function startsContainer({ marker }: Containers, line: Line, interrupts: boolean): Opening | undefined {
  if (line.indent > 3) return undefined;
  const code = line.code;
  if (code === 62) {
    marker.start = line.first;
    takeQuoteMarker(line);
    return "quote";
  }
  if (code === 91) {
    const label = takeFootnoteMarker(line);
    return label === undefined ? undefined : { label };
  }
  return takeListMarker(line, interrupts, undefined, marker) ? "list" : undefined;
}

export function openContainer(containers: Containers, opening: Opening, line: Line): void {
  const { stack, blocks } = containers;
  const depth = stack.length;
  if (depth > 0) stack[depth - 1]!.fresh = false;
  const type = typeof opening === "string" ? opening : "footnote";
  const container: Container = {
    type,
    marker: type === "list" ? newMarker() : undefined,
    block: undefined,
    end: line.end,
    fresh: true,
    startsEmpty: false,
    stayedEmpty: false,
    task: "no",
  };
  stack.push(container);
  if (typeof opening === "object") {
    containers.footnotes.add(labelKey(opening.label));
    containers.contentEnd = restStart(line);
  } else if (type === "quote") {
    containers.quotes.push(depth);
    containers.quotedNow = line.end;
    container.block = { type: "quote", span: { start: containers.marker.start, end: line.end }, depth };
    blocks.push(container.block);
  } else openItem(containers, container, line, depth);
}

/** Closes all containers but the first `size`. */
export function closeContainers(containers: Containers, size: number): void {
  const { stack, quotes } = containers;
  while (stack.length > size) {
    const container = stack.pop()!;
    if (container.type === "quote") quotes.pop();
    closeBlock(containers, container);
    // For remark a quote's empty lines belong to a list in it, though not to the list's last item.
    if (container.type === "list" && quotes.length > 0 && quotes[0]! < stack.length)
      containers.contentEnd = Math.max(containers.contentEnd, containers.quotedEnd);
  }
}

function continues(container: Container, line: Line): boolean {
  if (container.type === "quote") {
    if (line.code !== 62 || line.indent > 3) return false;
    takeQuoteMarker(line);
    container.end = line.end;
    return true;
  }
  if (container.type === "footnote") {
    if (line.code < 0) return true;
    if (line.indent < 4) return false;
    takeBlanks(line, 4);
    return true;
  }
  const size = container.marker!.size;
  if (line.code < 0) {
    if (container.startsEmpty) container.stayedEmpty = true;
    takeBlanks(line, size);
    return true;
  }
  const over = container.stayedEmpty || line.indent < size;
  container.stayedEmpty = false;
  container.startsEmpty = false;
  if (over) return false;
  takeBlanks(line, size);
  return true;
}

function openItem(containers: Containers, list: Container, line: Line, depth: number): void {
  const { start, end, ordered, empty } = containers.marker;
  copyMarker(containers.marker, list.marker!);
  list.fresh = true;
  list.startsEmpty = empty;
  list.stayedEmpty = false;
  // remark sees no task behind a marker line that ends in blanks.
  list.task = !empty ? "yes" : end === line.end ? "unindented" : "no";
  containers.contentEnd = empty ? line.end : end;
  list.block = {
    type: "item",
    span: { start, end: containers.contentEnd },
    depth,
    ordered,
    checkbox: undefined,
    checked: undefined,
    content: { start: end, end },
  };
  containers.blocks.push(list.block);
}

function closeBlock(containers: Containers, { type, block, end }: Container): void {
  if (type === "quote" && containers.contentEnd < end) containers.contentEnd = end;
  if (block !== undefined) block.span = { start: block.span.start, end: containers.contentEnd };
}
