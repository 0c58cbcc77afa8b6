import assert from "node:assert/strict";
import fc from "fast-check";
import type { Span } from "../../../server/src/base/span.ts";
import { readMarkdown } from "../../../server/src/syntax/markdown.ts";
import type { Markdown } from "../../../server/src/syntax/markdown-tree.ts";
import { unescapeText } from "../../../server/src/syntax/markdown-unescape.ts";
import { random, soup } from "../../judge/spoil.ts";

/** Any text at all, and texts in which Markdown's signs are common. */
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(fc.nat(), { minLength: 1, maxLength: 6 }).map((seeds) => seeds.map((seed) => soup(random(seed))).join("\n")),
);

describe("whatever the text, the Markdown reader", () => {
  it("gives spans inside the text, not ending before they start", () => {
    fc.assert(
      fc.property(texts, fc.nat(50), (text, skipped) => {
        const from = Math.min(skipped, text.length);
        for (const { start, end } of spansOf(readMarkdown(text, from)))
          assert.ok(from <= start && start <= end && end <= text.length, `${start}-${end}`);
      }),
    );
  });

  it("gives everything in the order of the text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { blocks, links, definitions, wikilinks, mentions, comments, htmlAnchors, placeholders } = readMarkdown(
          text,
          0,
        );
        for (const list of [blocks, links, definitions, wikilinks, mentions, comments, htmlAnchors, placeholders]) {
          const starts = list.map(({ span }) => span.start);
          assert.deepEqual(
            starts,
            starts.toSorted((a, b) => a - b),
          );
        }
      }),
    );
  });

  it("gives blocks that stand in the containers around them, as deep as these say", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const around: { readonly span: Span; readonly depth: number }[] = [];
        for (const block of readMarkdown(text, 0).blocks) {
          while (around.length > 0 && around.at(-1)!.depth >= block.depth) around.pop();
          const container = around.at(-1);
          // Footnotes count as containers too, though they are no blocks.
          assert.ok(block.depth >= (container === undefined ? 0 : container.depth + 1));
          if (container !== undefined) assert.ok(container.span.start <= block.span.start);
          if (block.type === "item" || block.type === "quote") around.push(block);
        }
      }),
    );
  });

  it("cuts ids, comments and destinations out of the text as they are written", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { mentions, comments, links } = readMarkdown(text, 0);
        const cut = ({ start, end }: Span) => text.slice(start, end);
        for (const { id, span } of mentions) assert.equal(id, cut(span));
        for (const { span } of comments) assert.match(cut(span), /^<!--[\s\S]*-->$|^<!--+>$/);
        for (const { type, destination, destinationSpan } of links)
          if (type === "inline" || type === "image") assert.equal(destination, unescapeText(cut(destinationSpan)));
      }),
    );
  });

  it("reads a text that starts later as it reads the rest alone", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const moved = readMarkdown(`---\n---\n${text}`, 8);
        const alone = readMarkdown(text.replace(/^\ufeff/, "\0"), 0);
        assert.deepEqual(
          spansOf(moved).map(({ start, end }) => [start - 8, end - 8]),
          spansOf(alone).map(({ start, end }) => [start, end]),
        );
      }),
    );
  });
});

function spansOf(tree: Markdown): Span[] {
  const spans: Span[] = [];
  for (const list of Object.values(tree) as readonly (readonly Record<string, unknown>[])[])
    for (const found of list)
      for (const [key, value] of Object.entries(found)) {
        if (key === "rows")
          for (const { span, cells } of value as { span: Span; cells: Span[] }[]) spans.push(span, ...cells);
        else if (typeof value === "object" && value !== null && "start" in value) spans.push(value as Span);
      }
  return spans;
}
