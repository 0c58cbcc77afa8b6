import { settleLineEnds } from "../../server/src/base/line-ends.ts";
import type { Span } from "../../server/src/base/span.ts";
import { readMarkdown } from "../../server/src/syntax/markdown.ts";
import { labelKey } from "../../server/src/syntax/markdown-targets.ts";
import type { Finding } from "./finding.ts";

/** What our reader finds in a text, in the words of the judge. */
export function ours(text: string, from: number): Finding[] {
  const tree = readMarkdown(settleLineEnds(text), from);
  const findings: Finding[] = [];
  const add = (span: Span, what: string) => findings.push({ at: span.start, what });
  for (const block of tree.blocks) {
    const span = show(block.span);
    if (block.type === "heading")
      add(
        block.span,
        `heading ${span} level ${block.level} ${JSON.stringify(
          block.plain
            .replaceAll("\0", "\ufffd")
            .replace(/\s*[\r\n]+\s*/g, " ")
            .trim(),
        )}`,
      );
    else if (block.type === "item")
      add(block.span, `item ${span} ${block.ordered ? "ordered" : "bullet"} ${block.checked ?? "no task"}`);
    else if (block.type === "table") {
      add(block.span, `table ${span}`);
      for (const row of block.rows) {
        add(row.span, `row ${show(row.span)}`);
        for (const cell of row.cells) add(cell, cell.start === cell.end ? "cell empty" : `cell ${show(cell)}`);
      }
    } else add(block.span, `${block.type} ${span}`);
  }
  for (const link of tree.links) add(link.span, `link ${show(link.span)} ${link.type} -> ${link.destination}`);
  for (const { span, label, destination } of tree.definitions)
    add(span, `definition ${show(span)} ${labelKey(label).toLowerCase()} -> ${destination}`);
  for (const { span } of tree.mentions) add(span, `mention ${show(span)}`);
  // Markdown reads NUL as U+FFFD; we leave it as it is.
  return findings.map(({ at, what }) => ({ at, what: what.replaceAll("\0", "\ufffd") }));
}

function show({ start, end }: Span): string {
  return `${start}-${end}`;
}
