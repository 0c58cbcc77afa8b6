import { lineAt } from "../base/lines.ts";
import { isLetter } from "./markdown-chars.ts";
import {
  closeContainers,
  continued,
  nextItem,
  openContainer,
  startsContainer,
  startsSibling,
} from "./markdown-containers.ts";
import { closeLeaf, endLeafAt, type Leaf, newLeaf, newScan, type Scan } from "./markdown-leaf.ts";
import { takesLine } from "./markdown-leaf-lines.ts";
import { openLeaf, staysInside } from "./markdown-leaf-start.ts";
import { type Line, newLine, startLine } from "./markdown-line.ts";
import { addPlainLine } from "./markdown-paragraph.ts";

/** Reads the lines from `from` on, each once: containers first, then the block inside them. `starts` are those of all lines. */
export function scanBlocks(text: string, from: number, starts: Uint32Array): Scan {
  const scan = newScan(text);
  const leaf = newLeaf();
  const line = newLine(text);
  for (let index = lineAt(starts, from); index < starts.length; index++) {
    const start = Math.max(starts[index]!, from);
    const end = index + 1 < starts.length ? lineEnd(text, starts[index + 1]!) : text.length;
    const { type } = leaf;
    if (scan.stack.length === 0 && (type === "none" || type === "paragraph")) {
      if (start === end && type === "none") continue;
      if (isLetter(text.charCodeAt(start))) {
        leaf.type = "paragraph";
        addPlainLine(scan, type === "none", start, end);
        continue;
      }
    }
    startLine(line, start, end);
    readLine(scan, leaf, line);
  }
  closeLeaf(scan, leaf);
  closeContainers(scan, 0);
  return scan;
}

/** Where the line above `next` ends, before its line ending. */
function lineEnd(text: string, next: number): number {
  const isPair = text.charCodeAt(next - 1) === 10 && text.charCodeAt(next - 2) === 13;
  return isPair ? next - 2 : next - 1;
}

function readLine(scan: Scan, leaf: Leaf, line: Line): void {
  const { stack } = scan;
  let count = continued(scan, line);
  if (count < stack.length && startsSibling(scan, stack[count]!, line)) {
    endLeafAt(scan, leaf, line.start);
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
        endLeafAt(scan, leaf, line.start);
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
