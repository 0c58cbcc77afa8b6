import assert from "node:assert/strict";
import fc from "fast-check";
import type { Table as MarkdownTable, Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { emit } from "../../../server/src/cli/style.ts";
import { mermaidText } from "../../../server/src/roadmap/reports/mermaid.ts";
import type { Table } from "../../../server/src/roadmap/reports/table.ts";
import { tableCsv } from "../../../server/src/roadmap/reports/table-csv.ts";
import { tableMarkdown } from "../../../server/src/roadmap/reports/table-markdown.ts";
import type { Found } from "../../../server/src/workspace/query.ts";

const tempting = [
  "=1+1",
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1)",
  " =1+1",
  "\t=1",
  "\r\n=1",
  "a;=1+1",
  "a;\t@SUM(1)",
  "a; -2+3",
  "＝1",
  'say "hi", twice',
  "a\r\nb",
  "a | b \\| c",
  "\\",
  "$x$ and $y$",
  "<script>alert(1)</script>",
  "[x](javascript:alert(1))",
  "![x](https://evil.example/x.png)",
  "<!-- /throughline -->",
  "-->",
  "```",
  "section x: y; z #w %% %%{init: {}}%%",
  "click a href",
  "-5",
  "+1",
  "2.5",
];
const text = fc.oneof(
  fc.constantFrom(...tempting),
  fc.string({ unit: fc.constantFrom(..."=+-@|\\\"',;:#%{}<>[]()!`*_$~& \n\r\tab1"), maxLength: 14 }),
);

describe("what documents say, in a spreadsheet", () => {
  it("is in its cell whole, and never a formula", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), (rows) => {
        const csv = tableCsv([{ table: tableOf(rows) }]);
        const [names, ...cells] = readCsv(csv);
        assert.deepEqual(names, ["one", "two"]);
        assert.equal(cells.length, rows.length);
        for (const [at, row] of cells.entries()) {
          for (const [column, cell] of row.entries()) {
            const written = rows[at]![column]!;
            if (/^[+-]?\d+(\.\d+)?$/.test(cell)) assert.equal(cell, written);
            else assert.doesNotMatch(cell, /^[\s\p{Cf}]*[=+\-@＝]/u, csv);
            assert.equal(cell.replaceAll("'", ""), written.replaceAll("'", ""), csv);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is no formula either where semicolons or tabs part the cells", () => {
    fc.assert(
      fc.property(fc.tuple(text, text), (row) => {
        const [, , ...pieces] = tableCsv([{ table: tableOf([row]) }]).split(/[;\t\r\n]/);
        for (const piece of pieces)
          if (!/^[+-]?\d+(\.\d+)?(,|$)/.test(piece)) assert.doesNotMatch(piece, /^ ?[=+\-@＝]/u);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps the ends of its lines in a terminal and in a file", () => {
    const csv = tableCsv([{ table: tableOf([["a", "b"]]) }]);
    let out = "";
    emit(csv, { positionals: [], value: () => undefined, values: () => [], has: () => false }, {
      out: (words: string) => void (out += words),
    } as Parameters<typeof emit>[2]);
    assert.equal(out, "one,two\r\na,b\r\n");
  });
});

describe("what documents say, in a table of Markdown", () => {
  it("is text in its cell, and its link leads to the document", () => {
    const processor = unified().use(remarkParse).use(remarkGfm);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), fc.boolean(), (rows, hasLinks) => {
        const linkTo = hasLinks ? () => "docs/a (1)|'#?%20 b.md" : undefined;
        const markdown = tableMarkdown(tableOf(rows), linkTo);
        const table = processor.parse(markdown).children[0] as MarkdownTable;
        assert.equal(table.type, "table", markdown);
        assert.equal(table.children.length, rows.length + 1, markdown);
        for (const [at, row] of table.children.slice(1).entries()) {
          assert.equal(row.children.length, 2, markdown);
          for (const [column, cell] of row.children.entries()) {
            const plain = (words: string) => words.replace(/\s+/g, " ").trim();
            assert.equal(plain(wordsOf(cell)), plain(rows[at]![column]!), markdown);
            for (const child of cell.children) {
              // An address that shows itself is one anywhere; it leads where it says.
              if (child.type === "link")
                assert.match(child.url, /^(?:https?:|mailto:|docs\/a%20\(1\)|docs\/a%20%281%29)/);
              else assert.equal(child.type, "text", markdown);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("what documents say, in a drawing of Mermaid", () => {
  it("is one line without a sign that means something there, and begins no statement", () => {
    fc.assert(
      fc.property(text, (written) => {
        const shown = mermaidText(written);
        assert.doesNotMatch(shown.replace(/#\d+;/g, ""), /[\n\r#:;"`<>&%{}\\]/);
        assert.doesNotMatch(shown, /^(?:section|title|click|gantt|timeline|\d{4}-\d\d-\d\d)/i);
        const read = shown.replace(/#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
        assert.equal(read, written.replace(/[\s\p{Cc}]+/gu, " ").trim());
      }),
      { numRuns: 300 },
    );
    for (const word of ["Section 9", "click here", "2026-11-30 is the day", "excludes weekends"])
      assert.match(mermaidText(word), /^#\d+;/);
  });
});

function tableOf(rows: readonly (readonly [string, string])[]): Table {
  return {
    columns: ["one", "two"].map((name) => ({ name, title: name })),
    sections: [
      { rows: rows.map((row) => ({ depth: 0, cells: row.map((cell) => [{ text: cell, to: {} as Found }]) })) },
    ],
    empty: "",
  };
}

function wordsOf(node: Nodes): string {
  return "value" in node ? node.value : "children" in node ? node.children.map(wordsOf).join("") : "";
}

/** As RFC 4180 says, and not a bit more. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    let cell = "";
    if (csv[at] === '"') {
      const end = /"(?:[^"]|"")*"/y;
      end.lastIndex = at;
      const quoted = end.exec(csv)![0];
      cell = quoted.slice(1, -1).replaceAll('""', '"');
      at += quoted.length;
    } else {
      while (at < csv.length && csv[at] !== "," && csv[at] !== "\r") {
        assert.ok(csv[at] !== '"' && csv[at] !== "\n", csv);
        cell += csv[at++];
      }
    }
    row.push(cell);
    if (csv[at] === ",") at++;
    else {
      assert.equal(csv.slice(at, at + 2), "\r\n", csv);
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
