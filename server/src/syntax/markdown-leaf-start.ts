import { atxHeading, atxLevel, fenceSize } from "./markdown-flow.ts";
import { closesHtmlBlock, htmlBlockKind, htmlCloserFrom } from "./markdown-html.ts";
import { closeLeaf, type Leaf, type Scan, startLeaf } from "./markdown-leaf.ts";
import { type Line, restStart } from "./markdown-line.ts";
import { isThematicBreak } from "./markdown-markers.ts";
import { startParagraph } from "./markdown-paragraph.ts";

/** Starts the block that the line's first character opens, inside the containers that are open now. */
export function openLeaf(scan: Scan, leaf: Leaf, line: Line): void {
  const { text, first, end, code } = line;
  const depth = scan.stack.length;
  const inner = depth > 0 ? scan.stack[depth - 1] : undefined;
  const isFirst = inner?.fresh === true;
  if (inner !== undefined) inner.fresh = false;
  scan.contentEnd = end;
  if (line.indent > 3) {
    startLeaf(scan, leaf, "indented", { type: "code", span: { start: restStart(line), end }, depth });
    return;
  }
  switch (code) {
    case 35: {
      const level = atxLevel(text, first, end);
      if (level === 0) break;
      atxHeading(scan, level, first, end);
      return;
    }
    case 42:
    case 45:
    case 95:
      if (!isThematicBreak(line)) break;
      scan.blocks.push({ type: "rule", span: { start: first, end }, depth });
      return;
    case 96:
    case 126:
      leaf.size = fenceSize(text, first, end);
      if (leaf.size === 0) break;
      leaf.sign = code;
      startLeaf(scan, leaf, "fence", { type: "code", span: { start: first, end }, depth });
      return;
    case 60: {
      const kind = htmlBlockKind(text, first, end, true);
      if (kind === 0) break;
      leaf.html = kind;
      startLeaf(scan, leaf, "html", { type: "html", span: { start: restStart(line), end }, depth });
      if (kind < 6 && closesHtmlBlock(kind, text, htmlCloserFrom(kind, first), end)) closeLeaf(scan, leaf);
      return;
    }
  }
  leaf.type = "paragraph";
  startParagraph(scan.paragraph, line, isFirst ? inner : undefined);
}

/** For remark a lone tag that follows a paragraph without the containers' signs is still inside them. */
export function staysInside(before: Leaf["type"], line: Line): boolean {
  if (before !== "paragraph" || line.code !== 60 || line.indent > 3 || line.end === line.text.length) return false;
  return htmlBlockKind(line.text, line.first, line.end, true) === 7;
}
