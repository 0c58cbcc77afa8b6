import assert from "node:assert/strict";
import { readYaml } from "../../../server/src/syntax/yaml.ts";
import type { YamlNode } from "../../../server/src/syntax/yaml-tree.ts";
import { checkText, dedent, renderMarks } from "../../fixture.ts";
import { HALF_TYPED, valuesOf } from "./carets.ts";

function values(text: string): unknown {
  const { root, flaws } = readYaml(text);
  assert.deepEqual(flaws, []);
  return valuesOf(root);
}

describe("valid YAML", () => {
  const cases: readonly [name: string, text: string, values: unknown][] = [
    [
      "keeps texts as they are written",
      "a: 1.10\nb: 007\nc: yes\nd: 2027-01-02\ne: ~\nf: null\ng: 1_000\nh: 0x1F\n",
      { a: "1.10", b: "007", c: "yes", d: "2027-01-02", e: "~", f: "null", g: "1_000", h: "0x1F" },
    ],
    [
      "takes off quotes",
      "a: \"x: 'y' \\\"z\\\" \\u00e9\\n\"\nb: 'it''s: \"x\" \\n'\n",
      { a: "x: 'y' \"z\" é\n", b: 'it\'s: "x" \\n' },
    ],
    [
      "knows names in quotes and with blanks",
      "\"a b\": 1\n'c: d': 2\ntarget date : 3\n",
      { "a b": "1", "c: d": "2", "target date": "3" },
    ],
    [
      "leaves signs in words alone",
      'a: x:y\nb: a#b\nc: http://x.y/#z\nd: a, [b] {c}\ne: -5\nf: a - b\ng: it\'s "so"\n',
      { a: "x:y", b: "a#b", c: "http://x.y/#z", d: "a, [b] {c}", e: "-5", f: "a - b", g: 'it\'s "so"' },
    ],
    [
      "joins a text over lines",
      "a: one\n  two\n\n  three\nb:\n  four\n  five\n",
      { a: "one two\nthree", b: "four five" },
    ],
    [
      "joins a text in quotes over lines",
      "a: \"one\n  two\n\n  three\"\nb: 'four\n  five: six'\n",
      { a: "one two\nthree", b: "four five: six" },
    ],
    [
      "reads long texts",
      "a: |\n  one\n   two\n\n  - three: four\nb: >-\n  five\n  six\n\n  seven\nc: |+\n  x\n\nd: >2\n   y\n",
      { a: "one\n two\n\n- three: four\n", b: "five six\nseven", c: "x\n\n", d: " y\n" },
    ],
    [
      "reads lists, deep and flat",
      "a:\n  - x\n  - - y\n    - z\nb:\n- u\n- k: v\n  l:\n  - w\n",
      { a: ["x", ["y", "z"]], b: ["u", { k: "v", l: ["w"] }] },
    ],
    [
      "reads brackets",
      "a: [x, 'y, z', [], {}, {k: v, l: [w]}]\nb: { c: d e, \"f\": g, h }\n",
      { a: ["x", "y, z", [], {}, { k: "v", l: ["w"] }], b: { c: "d e", f: "g", h: HALF_TYPED } },
    ],
    [
      "reads brackets over lines",
      "a: [\n  x, # c\n  y,\n]\nb: {\n  c: d,\n  e:\n    f\n}\n",
      { a: ["x", "y"], b: { c: "d", e: "f" } },
    ],
    ["reads pairs in brackets", "a: [b: c, d]\n", { a: [{ b: "c" }, "d"] }],
    ["knows what is empty", 'a:\nb: # c\nc:\n  - \n  -\nd: ""\n', { a: "", b: "", c: ["", ""], d: "" }],
    ["goes by indentation", "a:\n    b:\n        c: d\n    e: f\ng: h\n", { a: { b: { c: "d" }, e: "f" }, g: "h" }],
    ["may be indented as a whole", "  a: b\n  c:\n    - d\n", { a: "b", c: ["d"] }],
    [
      "ignores comments and empty lines",
      "# one\na: b # two\n\n  # three\nc:\n  # four\n  - d\n# five\n  - e\n",
      { a: "b", c: ["d", "e"] },
    ],
    ["ignores anchors and tags", "a: &x b\nc: !!str 5\nd: &y\n  - e\n", { a: "b", c: "5", d: ["e"] }],
    [
      "repeats what is named",
      "a: &x b\nc: *x\nd: &y [1, 2]\ne: *y\n",
      { a: "b", c: "b", d: ["1", "2"], e: ["1", "2"] },
    ],
    [
      "merges what is named",
      "a: &x { b: 1, c: 2 }\nd:\n  <<: *x\n  c: 3\ne:\n  <<: [*x]\n",
      { a: { b: "1", c: "2" }, d: { b: "1", c: "3" }, e: { b: "1", c: "2" } },
    ],
    ["knows names with a question mark", "? a\n: b\n? c\n", { a: "b", c: HALF_TYPED }],
    ["starts with a byte order mark", "\ufeffa: b\n", { a: "b" }],
    ["starts and ends as a document", "---\na: b\n...\n", { a: "b" }],
    ["may be a list or a text", "- a\n- b: c\n", ["a", { b: "c" }]],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => assert.deepEqual(values(text), expected));
    it(`${name}, with Windows line endings`, () => assert.deepEqual(values(text.replaceAll("\n", "\r\n")), expected));
  }

  it("may hold nothing", () => {
    for (const text of ["", "\n\n", "# only this\n", "   "]) assert.equal(readYaml(text).root, undefined);
  });

  it("does not blow up with repeats of repeats", () => {
    const bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let i = 1; i < 30; i++)
      bomb.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(", ")}]`,
      );
    const size = (node: YamlNode): number => {
      if (node.type === "scalar") return 1;
      const inner = node.type === "list" ? node.items : node.entries.map(({ value }) => value!);
      return inner.reduce((sum, one) => sum + size(one), 1);
    };
    const { root, flaws } = readYaml(bomb.join("\n"));
    assert.deepEqual(flaws, []);
    assert.ok(size(root!) < 10_000);
  });

  it("repeats nothing inside itself", () => {
    assert.deepEqual(values("a: &x [1, *x]\n"), { a: ["1", "*x"] });
  });
});

describe("the places of YAML", () => {
  const mark = (text: string) => {
    const { root, comments } = readYaml(text);
    const marks: { span: { start: number; end: number }; label: string }[] = [];
    const walk = (node: YamlNode | undefined) => {
      if (!node) return;
      marks.push({ span: node.span, label: node.type === "scalar" ? node.style : node.type });
      if (node.type === "list") node.items.forEach(walk);
      if (node.type === "map") {
        for (const { key, value } of node.entries) {
          marks.push({ span: key.span, label: "key" });
          walk(value);
        }
      }
    };
    if (root?.type === "map") for (const { value } of root.entries) walk(value);
    for (const { span } of comments) marks.push({ span, label: "comment" });
    return renderMarks(text, marks);
  };
  const check = (marked: string) => {
    const wanted = dedent(marked);
    const text = wanted.replace(/^ *\^+0?(?:\+\d+:\d+)? (?:plain|single|double|block|key|comment|list|map)\n/gm, "");
    checkText(mark(text), wanted);
    // The same from the library, which is asked where a line break stands in brackets.
    checkText(mark(`${text}z: [\n]\n`).slice(0, wanted.length), wanted);
  };

  it("of values, with their quotes", () => {
    check(`
      a: one two  # c
         ^^^^^^^ plain
                  ^^^ comment
      b: "x" # d
         ^^^ double
             ^^^ comment
      # e
      ^^^ comment
      c: 'y'
         ^^^ single
    `);
  });
  it("of what is empty: behind the colon or dash", () => {
    check(`
      a:
        ^0 plain
      b:   # c
        ^0 plain
           ^^^ comment
      d:
        -
        ^ list
         ^0 plain
    `);
  });
  it("of lists and maps", () => {
    check(`
      a: [b, {c: d}]
         ^^^^^^^^^^^ list
          ^ plain
             ^^^^^^ map
              ^ key
                 ^ plain
      e:
        - f: g
        ^^^^^^ list
          ^ key
          ^^^^ map
             ^ plain
    `);
  });
  it("of wikilinks", () => {
    check(`
      a: [[X]]
         ^^^^^ plain
      b: [[[Y]], z]
         ^^^^^^^^^^ list
          ^^^^^ plain
                 ^ plain
    `);
  });
});
