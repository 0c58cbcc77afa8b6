import assert from "node:assert/strict";
import fc from "fast-check";
import type { Link } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Node, Parent } from "unist";
import { findingsAsGithub } from "../../../server/src/cli/format-github.ts";
import { emit, type Style, styleFor } from "../../../server/src/cli/style.ts";
import { plainMarkdown } from "../../../server/src/roadmap/markdown.ts";
import { runOver } from "../../cli.ts";

const tempting = [
  '<img src="x" onerror="alert(1)">',
  "[x](javascript:alert(1))",
  "[x](command:workbench.action.quit)",
  "![x](https://evil.example/x.png)",
  "<command:workbench.action.quit>",
  "https://evil.example",
  "www.evil.example",
  "a@evil.example",
  "[x]: https://evil.example",
  "`code`",
  "# x",
  "| a |\n|---|",
  "<!-- x -->",
];
const text = fc.oneof(
  fc.constantFrom(...tempting),
  fc
    .array(
      fc.constantFrom("<", ">", "[", "]", "(", ")", "!", "`", "*", "_", "a", " ", "\\", "&", "#", "|", "command:x"),
      { maxLength: 12 },
    )
    .map((signs) => signs.join("")),
);

describe("what documents say, shown in an editor", () => {
  it("is text: no picture, no link that does anything, no HTML", () => {
    const processor = unified().use(remarkParse).use(remarkGfm);
    fc.assert(
      fc.property(text, (written) => {
        for (const node of nodesIn(processor.parse(`**Owner**: ${plainMarkdown(written)}`))) {
          // An address that shows itself is one anywhere; it leads where it says.
          if (node.type === "link") assert.match((node as Link).url, /^(?:https?|mailto):/, written);
          else assert.ok(harmless.has(node.type), `${node.type} in ${plainMarkdown(written)}`);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("what documents say, in annotations of a build", () => {
  it("starts no line and no property of its own", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."a:,%\r\n=") }), (written) => {
        const finding = {
          ...{
            rule: "overdue",
            level: "error" as const,
            file: `${written}.md`,
            message: written,
            item: undefined,
            fixable: false,
          },
          ...{
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
            related: [],
            patient: false,
            tag: undefined,
            data: undefined,
          },
        } as const;
        const counts = { files: 1, specs: 1, items: 1, links: 0, rules: 1, errors: 1, warnings: 0, information: 0 };
        const [line = "", ...rest] = findingsAsGithub({ findings: [finding], counts }).split("\n");
        assert.equal(rest.length, 1);
        const [, properties = "", message = ""] = /^::error ([^:]*)::(.*)$/.exec(line) ?? [];
        assert.equal(decodeURIComponent(message.replace(/%(?!25|0A|0D)/g, "%25")), written);
        assert.deepEqual(
          properties.split(",").map((property) => property.split("=")[0]),
          ["file", "line", "endLine", "col", "endColumn", "title"],
        );
      }),
    );
  });
});

describe("what documents say, in a terminal", () => {
  const evil = "\u001b]0;evil\u0007\u001b[2J\u009b1A\u0000One\ttap\r pay\u007f\u001b[8m\u001b[31;1m\u202e\u2066";
  const written = (flags: Readonly<Record<string, string>>, text: (style: Style) => string): string => {
    let out = "";
    const terminal = { out: (more: string) => (out += more), env: {}, isInteractive: true } as never;
    const parsed = { positionals: [], values: () => [], value: (name: string) => flags[name], has: () => false };
    emit(text(styleFor(parsed, terminal)), parsed, terminal);
    return out;
  };

  it("moves no cursor, rings no bell, changes no title, hides nothing and turns nothing round", () => {
    assert.equal(
      written({}, ({ red }) => `${red("error")} ${evil}\n`),
      "\u001b[31merror\u001b[39m ]0;evil[2J1AOne\ttap pay[8m[31;1m\n",
    );
  });

  it("is whole for programs", () => {
    const out = written({ format: "json" }, () => JSON.stringify({ title: evil }));
    assert.doesNotMatch(out, /[^\n\P{Cc}]|[\u202e\u2066]/u);
    assert.deepEqual(JSON.parse(out), { title: evil });
  });

  it("does none of that where a command fails, either", async () => {
    const { code, err } = await runOver("//- a.md\n---\ntype: prd\n---\n", "show", evil);
    assert.equal(code, 2);
    assert.match(err, /Nothing is called \]0;evil/);
    assert.doesNotMatch(err, /[^\n\t\P{Cc}]|[\u202e\u2066]/u);
  });
});

const harmless = new Set(["root", "paragraph", "text", "strong", "break"]);

function nodesIn(node: Node): readonly Node[] {
  return [node, ...("children" in node ? (node as Parent).children.flatMap(nodesIn) : [])];
}
