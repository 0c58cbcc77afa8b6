import assert from "node:assert/strict";
import type { Span } from "../../../server/src/base/span.ts";
import { readMarkdown } from "../../../server/src/syntax/markdown.ts";
import type { Markdown } from "../../../server/src/syntax/markdown-tree.ts";

function read(...lines: string[]): Markdown & { readonly cut: (span: Span | undefined) => string | undefined } {
  const text = lines.join("\n");
  return {
    ...readMarkdown(text, 0),
    cut: (span) => (span === undefined ? undefined : text.slice(span.start, span.end)),
  };
}

describe("the Markdown reader", () => {
  it("finds headings of both kinds with their plain text", () => {
    const { blocks, cut } = read("# One *fine* `day` [here](x.md) #", "", "Two <b>lines</b>", "& more", "---", "## ");
    const headings = blocks.filter((block) => block.type === "heading");
    assert.deepEqual(
      headings.map(({ level, plain, content }) => [level, plain, cut(content)]),
      [
        [1, "One fine day here", "One *fine* `day` [here](x.md)"],
        [2, "Two lines & more", "Two <b>lines</b>\n& more"],
        [2, "", ""],
      ],
    );
  });

  it("finds list items, their boxes and what they say first", () => {
    const { blocks, cut } = read(
      "- [ ] **FR-1:** pay",
      "  more",
      "- [x] done",
      "1. ```",
      "   code",
      "   ```",
      "> * in a quote",
    );
    const items = blocks.filter((block) => block.type === "item");
    assert.deepEqual(
      items.map((item) => [item.ordered, cut(item.checkbox), item.checked, cut(item.content), item.depth]),
      [
        [false, "[ ]", false, "**FR-1:** pay", 0],
        [false, "[x]", true, "done", 0],
        [true, undefined, undefined, "", 0],
        [false, undefined, undefined, "in a quote", 1],
      ],
    );
  });

  it("finds a table's cells, also where the bars at the edges are left out", () => {
    const { blocks, cut } = read("| Metric | Target |", "|---|--:|", "| a \\| b | |", "c | 3 %");
    const [table] = blocks;
    assert.ok(table?.type === "table");
    assert.deepEqual(
      table.rows.map((row) => row.cells.map(cut)),
      [
        ["Metric", "Target"],
        ["a \\| b", ""],
        ["c", "3 %"],
      ],
    );
  });

  it("finds links of every kind and resolves them", () => {
    const { links, cut } = read(
      "[a](<b c.md> 'title') ![i](p.png) [ref] [t][ref] <https://x.y> www.x.y me@x.y [none]",
      "",
      "[ref]: ./a%20b.md#c&amp;d",
    );
    assert.deepEqual(
      links.map((link) => [link.type, cut(link.text), link.destination]),
      [
        ["inline", "a", "b c.md"],
        ["image", "i", "p.png"],
        ["reference", "ref", "./a%20b.md#c&d"],
        ["reference", "t", "./a%20b.md#c&d"],
        ["autolink", "https://x.y", "https://x.y"],
        ["autolink", "www.x.y", "http://www.x.y"],
        ["autolink", "me@x.y", "mailto:me@x.y"],
      ],
    );
  });

  it("finds ids where a reader would read them as such, and nowhere else", () => {
    const ids = (...lines: string[]) => read(...lines).mentions.map((mention) => mention.id);
    assert.deepEqual(ids("GOAL-1, `KPI-2` and **FR-3**: see PRD-1/FR-2."), ["GOAL-1", "KPI-2", "FR-3", "PRD-1/FR-2"]);
    assert.deepEqual(ids("# FEAT-1", "", "| FR-1 | x |", "|---|---|", "| FR-2 |"), ["FEAT-1", "FR-1", "FR-2"]);
    assert.deepEqual(ids("xGOAL-1x A-GOAL-1 GOAL-1-b a/GOAL-1 GOAL-1/b _GOAL-1 GOAL-x -1 éA-1 A-1é"), []);
    assert.deepEqual(ids("```", "GOAL-1", "```", "", "    GOAL-2", "", "<div>", "GOAL-3", "</div>"), []);
    assert.deepEqual(ids("<!-- GOAL-1 --> x <b id='GOAL-2'> https://x.y?GOAL-3 (ftp://x=GOAL-4) ![GOAL-5](x)"), []);
    assert.deepEqual(ids("[GOAL-1](https://x.y) [GOAL-2](goal-2.md?GOAL-3) <http://x?GOAL-4> a.GOAL-1@x.com"), [
      "GOAL-2",
    ]);
  });

  it("finds wikilinks, but not in code, and no ids inside them", () => {
    const { wikilinks, mentions, cut } = read(
      "[[GOAL-1]] [[ Vision#Why | shown ]] `[[x]]` [[]] [[a](b.md)] ![[pic.png]]",
    );
    assert.deepEqual(
      wikilinks.map((link) => [cut(link.span), link.target, cut(link.targetSpan)]),
      [
        ["[[GOAL-1]]", "GOAL-1", "GOAL-1"],
        ["[[ Vision#Why | shown ]]", "Vision", "Vision"],
        ["[[pic.png]]", "pic.png", "pic.png"],
      ],
    );
    assert.deepEqual(mentions, []);
  });

  it("finds comments, anchors and placeholders", () => {
    const tree = read("a <!-- b --> TBD {{owner}} `{{no}} TBD` TBDs <a name='x'></a>", "", "<!--", "c -->", "<p id=y>");
    assert.deepEqual(
      tree.comments.map(({ span }) => tree.cut(span)),
      ["<!-- b -->", "<!--\nc -->"],
    );
    assert.deepEqual(
      tree.htmlAnchors.map(({ name }) => name),
      ["x", "y"],
    );
    assert.deepEqual(
      tree.placeholders.map(({ span }) => tree.cut(span)),
      ["TBD", "{{owner}}"],
    );
  });

  it("gives places in the text where lines of a quote are joined", () => {
    const { links, mentions, cut } = read("> see [a", "> b](c.md", ">   'title') and", "> GOAL-1");
    assert.deepEqual(
      links.map((link) => [cut(link.span), cut(link.destinationSpan)]),
      [["[a\n> b](c.md\n>   'title')", "c.md"]],
    );
    assert.deepEqual(
      mentions.map(({ span }) => cut(span)),
      ["GOAL-1"],
    );
  });
});
