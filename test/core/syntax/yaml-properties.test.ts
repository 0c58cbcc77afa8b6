import assert from "node:assert/strict";
import fc from "fast-check";
import { isAlias, isMap, isScalar, isSeq, parseDocument, stringify } from "yaml";
import type { Span } from "../../../server/src/base/span.ts";
import { readFrontmatter } from "../../../server/src/syntax/frontmatter.ts";
import { readYaml } from "../../../server/src/syntax/yaml.ts";
import { readWithLibrary } from "../../../server/src/syntax/yaml-library.ts";
import { readRoot } from "../../../server/src/syntax/yaml-root.ts";
import { openSource } from "../../../server/src/syntax/yaml-source.ts";
import type { Yaml, YamlNode } from "../../../server/src/syntax/yaml-tree.ts";
import { HALF_TYPED, valuesOf } from "./carets.ts";

describe("YAML of any kind", () => {
  it("is read as the library reads it where that finds no error", () => {
    fc.assert(
      fc.property(soup, (text) => {
        const { errors, contents } = parseDocument(text, LIBRARY);
        fc.pre(errors.length === 0 && !OURS.test(text) && !isWord(contents));
        assert.deepEqual(pairsOf(readYaml(text).root), libraryPairs(contents, text));
      }),
      { numRuns: 1_500 },
    );
  });

  it("is read as the library reads it, however it is written", () => {
    fc.assert(
      fc.property(values, styles, (value, style) => {
        const text = stringify(value, style);
        const { errors, contents } = parseDocument(text, LIBRARY);
        fc.pre(errors.length === 0 && !OURS.test(text) && !isWord(contents));
        const { root, flaws } = readYaml(text);
        assert.deepEqual(pairsOf(root), libraryPairs(contents, text));
        assert.deepEqual(flaws, []);
      }),
    );
  });

  it("is read without the library only where that reads the same, at the same places", () => {
    let alone = 0;
    fc.assert(
      fc.property(soup, (text) => {
        const span = { start: 0, end: text.length };
        const source = openSource(text, span, "frontmatter-unparsable");
        const { root } = readRoot(source);
        fc.pre(source.doubts === 0 && source.found.length === 0 && !source.hazard);
        alone++;
        const library = readWithLibrary(text, 0);
        assert.deepEqual([root, library?.errors], [library?.root, []]);
      }),
      { numRuns: 1_500 },
    );
    assert.ok(alone >= 1_500);
  });

  it("is read without the library where it is ordinary", () => {
    for (const block of Object.values(BLOCKS())) {
      const source = openSource(block, { start: 0, end: block.length }, "frontmatter-unparsable");
      readRoot(source);
      assert.equal(source.doubts, 0, block);
    }
  });

  it("is never broken without a flaw", () => {
    fc.assert(
      fc.property(soup, (text) => {
        const { errors } = parseDocument(text, LIBRARY);
        if (errors.length > 0) assert.notDeepEqual(readYaml(text).flaws, []);
      }),
      { numRuns: 1_500 },
    );
  });

  it("has its places inside the text and in its order", () => {
    fc.assert(
      fc.property(soup, fc.nat(20), (text, shift) => {
        const span = { start: shift, end: shift + text.length };
        const read = readYaml(`${"?".repeat(shift)}${text}???`, span);
        checkPlaces(read, span, /\*/.test(text));
      }),
      { numRuns: 1_500 },
    );
  });

  it("is the same wherever it stands", () => {
    fc.assert(
      fc.property(soup, fc.nat(20), (text, shift) => {
        const moved = readYaml("-".repeat(shift) + text, { start: shift, end: shift + text.length });
        const here = readYaml(text);
        assert.deepEqual(valuesOf(moved.root), valuesOf(here.root));
        assert.deepEqual(
          moved.flaws.map(({ span, message }) => [span.start - shift, message]),
          here.flaws.map(({ span, message }) => [span.start, message]),
        );
      }),
    );
  });
});

describe("a document of any kind", () => {
  it("is read without an error, to its end", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), soup),
        // With a field above and a fence below, what stands between them is read as the block, whatever it is.
        fc.constantFrom("", "---\n", "\ufeff---\r\n", "\n---\n", "---\ntype: prd\ntitle: ", "---\ntype: prd\ngoals: ["),
        fc.constantFrom("", "\n---\n"),
        (text, head, tail) => {
          const document = head + text + tail;
          const { content, bodyStart, flaws } = readFrontmatter(document);
          assert.ok(content.start <= content.end && content.end <= bodyStart && bodyStart <= document.length);
          for (const { span } of flaws) checkInside(span, { start: 0, end: document.length });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("a line that is being typed", () => {
  for (const [name, block] of Object.entries(BLOCKS())) {
    it(`leaves the other fields alone: ${name}`, () => {
      const entries = fieldsOf(readYaml(block));
      const lines = block.split("\n");
      let start = 0;
      for (const [at, line] of lines.entries()) {
        const own = entries.findLast((entry) => entry.start <= start + line.length)?.name;
        for (let typed = 0; typed < line.length; typed++) {
          const text = lines.with(at, line.slice(0, typed)).join("\n");
          // What is valid all the same says something else now, and is to be believed.
          if (typed === 0 && parseDocument(text).errors.length === 0) continue;
          const now = fieldsOf(readYaml(text));
          for (const { name, value } of entries.filter((entry) => entry.name !== own)) {
            const same = now.filter((field) => field.name === name);
            assert.deepEqual(
              [name, ...same.map((field) => field.value)],
              [name, value],
              `after typing ${line.slice(0, typed)}`,
            );
          }
        }
        start += line.length + 1;
      }
    });

    it(`leaves the other fields alone, whatever it is: ${name}`, () => {
      const entries = fieldsOf(readYaml(block));
      fc.assert(
        fc.property(fc.constantFrom(...entries), fc.constantFrom(...BROKEN), ({ start, name: before }, broken) => {
          const now = fieldsOf(readYaml(`${block.slice(0, start)}${broken}\n${block.slice(start)}`));
          for (const { name, value } of entries) {
            const same = now.filter((field) => field.name === name);
            assert.deepEqual([name, ...same.map((field) => field.value)], [name, value], `${broken} above ${before}`);
          }
        }),
        { numRuns: 200 },
      );
    });
  }
});

/** Lines that YAML cannot read, or joins to the ones below. */
const BROKEN = [
  "st",
  "half typed",
  "x: a: b",
  "x: @ana",
  "x: `a",
  "x: %5",
  'x: "open',
  "x: 'open",
  "x: [GOAL-1, ",
  "x: { a: b",
  "x:y",
  "x:[]",
  "x: [a](b)",
  "x: *todo*",
  "x: >= 5",
  "x: - a",
  "<<<<<<< HEAD",
  "Some prose, with: a colon.",
  "]",
  "}",
  "?",
  "x: ]",
];

function BLOCKS(): Record<string, string> {
  return {
    "a document": `type: prd
id: PRD-7
title: "One-tap: pay"
owner: ana
status: in-progress
goals: [GOAL-1, GOAL-2]
kpis:
  - KPI-1
  - id: KPI-2
    target: 2.5%
features:
  - title: Wallet
    id: FEAT-1
    depends-on: [FEAT-2]
  - title: 'Pay'
    owner: bo
timeframe: 2027-Q1
tags: a, b
`,
    "long texts and flat lists": `title: Foo
authors:
- "@ana"
- bo
reviewers:
- "@x"
summary: >-
  some text
  more: text

  - and a list
status: draft # comment
# another
see-also: [[X]]
also:
  - [[Y]]
end: it
`,
    "a configuration": `files: ["specs/**/*.md"]
people: [ana, { handle: bo, name: Bo Li }]
calendar: { fiscalYearStart: 2, releases: { Aurora: 2027-03-15 } }
links: { jira: "https://tracker.example/browse/{key}" }
kinds:
  feature:
    prefix: [FEAT, F]
    fields: { owner: { aliases: [captain] } }
  rfc:
    extends: feature
    match:
    - "rfcs/*.md"
    - x
rules:
  missing-kpi: error
overrides:
  - { files: ["specs/2024/**"], rules: { missing-owner: off } }
`,
  };
}

function fieldsOf({ root }: Yaml): { name: string; value: unknown; start: number }[] {
  if (root?.type !== "map") return [];
  return root.entries.map(({ key, value, span }) => ({ name: key.text, value: valuesOf(value), start: span.start }));
}

const LIBRARY = { schema: "failsafe", uniqueKeys: false, logLevel: "error" } as const;

/** Where we read something else on purpose: wikilinks, placeholders, names that are lists, joined lists, tags, targets, repeats. */
const OURS = /\[\[|\{\{|\?|\n[ \t]*- *\S*|!|[|>]\d|\*|<<|\u00a0/u;

/** A text of one word is a name that is being typed. */
function isWord(node: unknown): boolean {
  return isScalar(node) && node.type === "PLAIN" && /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(String(node.value));
}

/** Pieces of YAML, put together anyhow: a good part of it is valid. */
const soup = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          "a: b\n",
          "k: v\n",
          "list:\n",
          "- x\n",
          "  - x\n",
          "  m: n\n",
          "key: value",
          "q: 'r'\n",
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          ...["a", "b c", ": ", ":", " ", "  ", "\n", "\n  ", "\n- ", "- ", "-", "# c", " # c", "1.10", "~"],
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          ...['"', "'", '"x"', "'y'", "[", "]", "{", "}", ", ", "[a, b]", "{k: v}", "\n  text", "|\n", ">-\n"],
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          ...["@", "`", "%", "|", ">", "&a ", "*a", "!t ", "? ", "\t", "\\", "é", "“", "\r\n", "...", "---", "\0", "#"],
        ),
      },
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(""));

const texts = fc.oneof(
  fc.string(),
  fc.constantFrom("Foo: bar", "a # b", "1.10", "007", "yes", "null", "x\ny", "- a", "a, b", "it's", 'say "x"'),
);
const { value: values } = fc.letrec<{ value: unknown; leaf: string }>((tie) => ({
  leaf: texts,
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    tie("leaf"),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(texts, fc.constantFrom("id", "title", "goals")), tie("value"), { maxKeys: 4 }),
  ),
}));
const styles = fc.record({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 30, 80),
  defaultStringType: fc.constantFrom(
    "PLAIN" as const,
    "QUOTE_DOUBLE" as const,
    "QUOTE_SINGLE" as const,
    "BLOCK_LITERAL" as const,
  ),
  collectionStyle: fc.constantFrom("any" as const, "block" as const, "flow" as const),
});

/** A tree as lists and pairs, so that a name that is given twice shows. */
function pairsOf(node: YamlNode | undefined): unknown {
  if (node === undefined) return HALF_TYPED;
  if (node.type === "scalar") return node.text;
  if (node.type === "list") return node.items.map(pairsOf);
  return { map: node.entries.map(({ key, value }) => [key.text, pairsOf(value)]) };
}

function libraryPairs(node: unknown, text: string): unknown {
  if (node === null || node === undefined || isAlias(node)) return HALF_TYPED;
  if (isScalar(node)) return String(node.value ?? "");
  if (isSeq(node)) return node.items.map((item) => libraryPairs(item, text));
  if (!isMap(node)) return undefined;
  // A name that is a list or a map counts as the text it is written as.
  const name = (key: unknown) => {
    if (isScalar(key)) return String(key.value ?? "");
    const [start, end] = (key as { range: [number, number, number] }).range;
    return text.slice(start, end);
  };
  return { map: node.items.map(({ key, value }) => [name(key), libraryPairs(value, text)]) };
}

function checkPlaces({ root, comments, flaws }: Yaml, span: Span, aliases: boolean): void {
  for (const flaw of flaws) {
    checkInside(flaw.span, span);
    for (const edit of flaw.fix?.edits ?? []) assert.ok(edit.span.start >= 0 && edit.span.end >= edit.span.start);
  }
  for (const list of [flaws, comments]) {
    for (const [i, { span }] of list.entries()) assert.ok(i === 0 || list[i - 1]!.span.start <= span.start);
  }
  for (const comment of comments) checkInside(comment.span, span);
  // What `*name` repeats stands where its first is.
  if (root && !aliases) checkNode(root, span);
}

function checkNode(node: YamlNode, outer: Span): void {
  checkInside(node.span, outer);
  if (node.type === "list") for (const item of node.items) checkNode(item, node.span);
  if (node.type !== "map") return;
  let at = node.span.start;
  for (const { key, value, span } of node.entries) {
    assert.ok(span.start >= at, "entries in order");
    checkInside(span, node.span);
    checkInside(key.span, span);
    if (value) checkNode(value, span);
    at = span.end;
  }
}

function checkInside(inner: Span, outer: Span): void {
  assert.ok(
    outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end,
    `${JSON.stringify(inner)} in ${JSON.stringify(outer)}`,
  );
}
