import { atxLevel, fenceCloses, fenceSize, underlineLevel } from "./markdown-flow.ts";
import { closesHtmlBlock, htmlBlockKind } from "./markdown-html.ts";
import { closeLeaf, extendLeaf, type Leaf, type Scan } from "./markdown-leaf.ts";
import type { Line } from "./markdown-line.ts";
import { isThematicBreak } from "./markdown-markers.ts";
import { addLine, closeParagraph } from "./markdown-paragraph.ts";
import { addRow, endsInHeader, openTable } from "./markdown-rows.ts";

/** Whether the open leaf goes on in this line, or ends with it; else it is closed and the line is still to be read. */
export function takesLine(scan: Scan, leaf: Leaf, line: Line, lazy: boolean): boolean {
  const { text } = line;
  switch (leaf.type) {
    case "paragraph":
      return paragraphTakes(scan, leaf, line, lazy);
    case "fence":
      if (lazy) break;
      extendLeaf(scan, leaf, line);
      if (line.code === leaf.sign && line.indent < 4 && fenceCloses(text, line.first, line.end, leaf.size))
        closeLeaf(scan, leaf);
      return true;
    case "html":
      if (lazy || (line.code < 0 && leaf.html >= 6)) break;
      extendLeaf(scan, leaf, line);
      if (leaf.html < 6 && closesHtmlBlock(leaf.html, text, line.at, line.end)) closeLeaf(scan, leaf);
      return true;
    case "indented":
      if (lazy || (line.code >= 0 && line.indent < 4)) break;
      if (line.indent >= 4) extendLeaf(scan, leaf, line);
      return true;
    case "table":
      if (line.code < 0 || line.indent > 3 || lazy || startsBlock(line, false, lazy)) break;
      addRow(scan, leaf, line.first, line.end);
      extendLeaf(scan, leaf, line);
      return true;
  }
  closeLeaf(scan, leaf);
  return false;
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
    if (!lazy && endsInHeader(paragraph, line)) {
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
