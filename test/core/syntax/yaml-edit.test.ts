import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits, type TextEdit } from "../../../server/src/base/span.ts";
import { readFrontmatter } from "../../../server/src/syntax/frontmatter.ts";
import { readYaml } from "../../../server/src/syntax/yaml.ts";
import { insertField, removeField, setField } from "../../../server/src/syntax/yaml-edit.ts";
import { appendItem } from "../../../server/src/syntax/yaml-edit-list.ts";
import { yamlQuoted, yamlScalar } from "../../../server/src/syntax/yaml-quote.ts";
import type { YamlMap } from "../../../server/src/syntax/yaml-tree.ts";
import type { YamlValue } from "../../../server/src/syntax/yaml-write.ts";
import { valuesOf } from "./carets.ts";

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom("a", "B", "1", " ", ":", "#", "-", ",", "'", '"', "\\", "[", "]", "{", "@", "\n", "\t", "é"),
      { maxLength: 8 },
    )
    .map((parts) => parts.join("")),
);

type Edit = (text: string, map: YamlMap) => TextEdit[];

/** Applies an edit to the block at the top; the result must read without a new flaw. */
function edited(block: string, edit: Edit): string {
  const text = `---\n${block}---\n# Body\n`;
  const { map, flaws } = readFrontmatter(text);
  assert.ok(map);
  const result = applyEdits(text, edit(text, map));
  assert.ok(readFrontmatter(result).flaws.length <= flaws.length, result);
  assert.ok(result.endsWith("---\n# Body\n"));
  return result.slice(4, -"---\n# Body\n".length);
}

const set =
  (name: string, value: YamlValue, order?: string[]): Edit =>
  (text, map) =>
    setField(text, map, name, value, order);
const append =
  (name: string, item: YamlValue, order?: string[]): Edit =>
  (text, map) =>
    appendItem(text, map, name, item, order);
const remove =
  (name: string): Edit =>
  (text, map) =>
    removeField(text, map, name);
/** On the first entry of the list under `name`. */
const inItem =
  (name: string, edit: Edit): Edit =>
  (text, map) => {
    const list = map.entries.find(({ key }) => key.text === name)?.value;
    assert.ok(list?.type === "list" && list.items[0]?.type === "map");
    return edit(text, list.items[0]);
  };

type Case = readonly [name: string, before: string, edit: Edit, after: string];

function check(cases: readonly Case[]): void {
  for (const [name, before, edit, after] of cases) {
    it(name, () => assert.equal(edited(before, edit), after));
  }
}

describe("setting a field", () => {
  check([
    ["changes only the value", "id: A # why\nowner: ana\n", set("id", "B"), "id: B # why\nowner: ana\n"],
    ["keeps quotes", "a: 'x'\nb: \"y\"\n", set("a", "it's"), 'a: "it\'s"\nb: "y"\n'],
    ["quotes what needs it", "title: x\n", set("title", "Pay: fast"), 'title: "Pay: fast"\n'],
    ["quotes as the file does", "a: 'x'\ntitle: x\n", set("title", "Pay: fast"), "a: 'x'\ntitle: 'Pay: fast'\n"],
    ["fills an empty one", "status:\nid: A\n", set("status", "active"), "status: active\nid: A\n"],
    ["fills an empty one with blanks", "status:  \nid: A\n", set("status", "active"), "status: active\nid: A\n"],
    [
      "fills an empty one before a comment",
      "status: # todo\nid: A\n",
      set("status", "active"),
      "status: active # todo\nid: A\n",
    ],
    ["completes a half-typed name", "id: A\nstatus\n", set("status", "active"), "id: A\nstatus: active\n"],
    ["mends a broken value", "title: A: b\n", set("title", "C"), "title: C\n"],
    ["replaces an open quote", 'title: "A\nid: X\n', set("title", "C"), 'title: "C"\nid: X\n'],
    ["replaces a list by a text", "goals: # why\n  - A\n  - B\nid: X\n", set("goals", "C"), "goals: C # why\nid: X\n"],
    ["replaces brackets by a text", "goals: [A, B] # why\nid: X\n", set("goals", "C"), "goals: C # why\nid: X\n"],
    [
      "replaces a text by a list",
      "goals: A # why\nid: X\n",
      set("goals", ["B", "C"]),
      "goals:\n  - B\n  - C # why\nid: X\n",
    ],
    [
      "replaces a list by a list",
      "goals: # why\n- A\nid: X\n",
      set("goals", ["B", "C"]),
      "goals: # why\n- B\n- C\nid: X\n",
    ],
    ["keeps brackets for a list", "goals: [A]\n", set("goals", ["B", "C, d"]), 'goals: [B, "C, d"]\n'],
    ["replaces a long text", "summary: >-\n  a\n  b\nid: X\n", set("summary", "c"), "summary: c\nid: X\n"],
    ["writes line breaks", "summary: a\n", set("summary", "b\nc"), 'summary: "b\\nc"\n'],
    ["writes nothing", "summary: a\n", set("summary", ""), 'summary: ""\n'],
    ["leaves what is repeated elsewhere", "a: &x [1, 2]\nb: *x\n", set("b", "3"), "a: &x [1, 2]\nb: 3\n"],
    ["inserts what is not there", "id: A\n", set("owner", "ana"), "id: A\nowner: ana\n"],
    [
      "works in brackets",
      "k: [{ id: A, target: 1 }]\n",
      inItem("k", set("target", "1, 2")),
      'k: [{ id: A, target: "1, 2" }]\n',
    ],
    [
      "works in an entry",
      "k:\n  - id: A\n    target: 1\n",
      inItem("k", set("target", "2")),
      "k:\n  - id: A\n    target: 2\n",
    ],
  ]);
});

describe("inserting a field", () => {
  const order = ["type", "id", "title", "owner", "status", "goals"];
  check([
    ["puts it at the end", "id: A\ntitle: x # c\n", set("x", "y"), "id: A\ntitle: x # c\nx: y\n"],
    [
      "puts it in order",
      "id: A\ntitle: x # c\nstatus: s\n",
      set("owner", "ana", order),
      "id: A\ntitle: x # c\nowner: ana\nstatus: s\n",
    ],
    ["puts the first one first", "# note\nid: A\n", set("type", "prd", order), "# note\ntype: prd\nid: A\n"],
    [
      "puts it below lists",
      "id: A\ngoals:\n- G\n\nx: y\n",
      set("z", "1", [...order, "z"]),
      "id: A\ngoals:\n- G\nz: 1\n\nx: y\n",
    ],
    [
      "puts it below long texts",
      "title: |\n  a\n\n  b\nx: y\n",
      set("owner", "ana", order),
      "title: |\n  a\n\n  b\nowner: ana\nx: y\n",
    ],
    ["puts it into an empty block", "", set("owner", "ana"), "owner: ana\n"],
    ["puts it above comments", "# note\n", set("owner", "ana"), "owner: ana\n# note\n"],
    ["keeps Windows line endings", "id: A\r\nx: y\r\n", set("owner", "ana", order), "id: A\r\nowner: ana\r\nx: y\r\n"],
    ["writes lists as blocks", "id: A\n", set("goals", ["G", "H: i"]), 'id: A\ngoals:\n  - G\n  - "H: i"\n'],
    ["writes lists as the file does", "kpis:\n- K\n", set("goals", ["G"]), "kpis:\n- K\ngoals:\n- G\n"],
    ["writes empty lists", "id: A\n", set("goals", []), "id: A\ngoals: []\n"],
    [
      "writes entries",
      "id: A\n",
      set("f", [{ id: "F", goals: ["G"] }]),
      "id: A\nf:\n  - id: F\n    goals:\n      - G\n",
    ],
    [
      "goes into an entry",
      "f:\n  - id: A\n  - id: B\n",
      inItem("f", set("owner", "ana")),
      "f:\n  - id: A\n    owner: ana\n  - id: B\n",
    ],
    [
      "goes in front in an entry",
      "f:\n  - owner: a\n",
      inItem("f", set("id", "A", order)),
      "f:\n  - id: A\n    owner: a\n",
    ],
    ["goes into brackets", "f: [{ id: A }]\n", inItem("f", set("owner", "ana")), "f: [{ id: A, owner: ana }]\n"],
    [
      "goes in front in brackets",
      "f: [{ owner: a }]\n",
      inItem("f", set("id", "A", order)),
      "f: [{ id: A, owner: a }]\n",
    ],
    ["goes into empty brackets", "f: [{}]\n", inItem("f", set("owner", "ana")), "f: [{ owner: ana }]\n"],
  ]);

  it("give a name a value whose colon stands on a line of its own", () => {
    assert.equal(edited("type: kpi\ntitle\n\t: Conversion\n", set("title", "Specs")), "type: kpi\ntitle: Specs\n");
  });

  it("keeps Windows line endings", () => {
    const text = "---\r\nid: A\r\n---\r\n";
    const { map } = readFrontmatter(text);
    assert.equal(applyEdits(text, insertField(text, map!, "owner", "ana")), "---\r\nid: A\r\nowner: ana\r\n---\r\n");
  });

  it("works in a block without its end, and in one with a byte order mark", () => {
    for (const text of ["id: A", "\ufeffid: A"]) {
      const { root } = readYaml(text, { start: text.length - 5, end: text.length });
      assert.ok(root?.type === "map");
      assert.equal(applyEdits(text, insertField(text, root, "owner", "ana")), `${text}\nowner: ana`);
    }
  });
});

describe("adding to a list", () => {
  check([
    ["in a block", "goals:\n  - A # why\nid: X\n", append("goals", "B"), "goals:\n  - A # why\n  - B\nid: X\n"],
    ["in a flat block", "goals:\n- A\nid: X\n", append("goals", "B: c"), 'goals:\n- A\n- "B: c"\nid: X\n'],
    ["at a lone dash", "goals:\n  - A\n  - \nid: X\n", append("goals", "B"), "goals:\n  - A\n  - B\nid: X\n"],
    ["in brackets", "goals: [A, 'B'] # why\n", append("goals", "C"), "goals: [A, 'B', C] # why\n"],
    ["in empty brackets", "goals: [ ]\n", append("goals", "C"), "goals: [C]\n"],
    ["in brackets over lines", "goals: [\n  A\n]\n", append("goals", "B"), "goals: [\n  A, B\n]\n"],
    ["in brackets never closed", "goals: [A\n", append("goals", "B"), "goals: [A, B\n"],
    ["to one text", "goals: A # why\nid: X\n", append("goals", "B"), "goals:\n  - A # why\n  - B\nid: X\n"],
    ["to one text in quotes", 'goals: "A: a"\n', append("goals", "B"), 'goals:\n  - "A: a"\n  - B\n'],
    ["to a text with commas", "goals: A, B # why\n", append("goals", "C"), "goals: A, B, C # why\n"],
    ["to a text with commas in quotes", "goals: 'A, B'\n", append("goals", "C"), "goals: 'A, B, C'\n"],
    ["to a wikilink", "goals: [[A]]\n", append("goals", "B"), "goals:\n  - [[A]]\n  - B\n"],
    ["to nothing", "goals:\nid: X\n", append("goals", "A"), "goals: A\nid: X\n"],
    ["to a field not there", "id: X\n", append("goals", "A"), "id: X\ngoals: A\n"],
    [
      "an entry with fields",
      "f:\n  - id: A\n",
      append("f", { id: "B", title: "x: y" }),
      'f:\n  - id: A\n  - id: B\n    title: "x: y"\n',
    ],
    ["an entry with fields in brackets", "f: [{ id: A }]\n", append("f", { id: "B" }), "f: [{ id: A }, { id: B }]\n"],
    [
      "an entry with fields to nothing",
      "id: X\n",
      append("f", { id: "B", t: "x" }),
      "id: X\nf:\n  - id: B\n    t: x\n",
    ],
    [
      "in an entry",
      "f:\n  - id: A\n    goals: G\n",
      inItem("f", append("goals", "H")),
      "f:\n  - id: A\n    goals:\n      - G\n      - H\n",
    ],
    ["in brackets in an entry", "f: [{ goals: G }]\n", inItem("f", append("goals", "H")), "f: [{ goals: [G, H] }]\n"],
  ]);
});

describe("removing a field", () => {
  check([
    ["takes its line", "id: A\nowner: ana # why\nx: y\n", remove("owner"), "id: A\nx: y\n"],
    ["takes its list", "goals:\n  - A\n  - B\nid: X\n", remove("goals"), "id: X\n"],
    ["keeps comments above", "# one\nowner: ana\n# two\nid: X\n", remove("owner"), "# one\n# two\nid: X\n"],
    ["takes the last one", "owner: ana\n", remove("owner"), ""],
    ["does nothing without it", "id: A\n", remove("owner"), "id: A\n"],
    ["takes the first of an entry", "f:\n  - id: A\n    t: x\n", inItem("f", remove("id")), "f:\n  - t: x\n"],
    ["takes the only one of an entry", "f:\n  - id: A\n", inItem("f", remove("id")), "f:\n  - {}\n"],
    ["takes it from brackets", "f: [{ id: A, t: x }]\n", inItem("f", remove("t")), "f: [{ id: A }]\n"],
    ["takes the first from brackets", "f: [{ id: A, t: x }]\n", inItem("f", remove("id")), "f: [{ t: x }]\n"],
  ]);
});

describe("a text as YAML", () => {
  const cases: readonly [text: string, written: string][] = [
    ["Checkout", "Checkout"],
    ["One-tap pay (v2), soon", "One-tap pay (v2), soon"],
    ["2027-Q1", "2027-Q1"],
    ["1.10", "1.10"],
    ["https://x.example/a#b", "https://x.example/a#b"],
    ["-5", "-5"],
    ["支付", "支付"],
    ["Pay: fast", '"Pay: fast"'],
    ["Pay:", '"Pay:"'],
    ["Fix #12", '"Fix #12"'],
    ["@ana", '"@ana"'],
    ["- x", '"- x"'],
    ["[[X]]", '"[[X]]"'],
    ["> 95 %", '"> 95 %"'],
    ["", '""'],
    [" x", '" x"'],
    ['say "hi": now', "'say \"hi\": now'"],
    ["C:\\dir: x", "'C:\\dir: x'"],
    ["a\nb", '"a\\nb"'],
    ["'tis", '"\'tis"'],
  ];
  for (const [text, written] of cases) {
    it(`${JSON.stringify(text)} is ${written}`, () => assert.equal(yamlScalar(text), written));
  }

  it("reads back as it was", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("double" as const, "single" as const), fc.boolean(), (text, quote, flow) => {
        const written = yamlScalar(text, { quote, flow });
        const quoted = yamlQuoted(text, quote);
        const block = flow ? `a: [${written}, ${quoted}]\nb: x\n` : `a:\n- ${written}\n- ${quoted}\nb: x\n`;
        const { root, flaws } = readYaml(block);
        assert.deepEqual([valuesOf(root), flaws], [{ a: [text, text], b: "x" }, []], block);
      }),
      { numRuns: 500 },
    );
  });
});

describe("edits of any block", () => {
  const blocks = [
    "id: A\ntitle: 'x: y' # c\ngoals:\n  - G\n  - id: H\n    target: 1\nkpis: [K, { id: L }]\nowner: ana, bo\nsummary: |\n  a\n\n  b\nstatus:\n",
    "# top\n\nid: A\r\ngoals:\r\n- G\r\n# mid\r\nkpis: []\r\nowner: @ana\r\ntitle: Foo: bar\r\nst\r\n",
    "a: &x [1]\nb: *x\nc: {d: e}\n",
    "",
  ];
  const names = fc.constantFrom(
    "id",
    "title",
    "goals",
    "kpis",
    "owner",
    "summary",
    "status",
    "st",
    "a",
    "b",
    "c",
    "new",
    "another one",
  );
  const value: fc.Arbitrary<YamlValue> = fc.oneof(
    anyText,
    fc.array(anyText, { maxLength: 3 }),
    fc.array(fc.record({ id: anyText, goals: fc.array(anyText, { maxLength: 2 }) }), { maxLength: 2 }),
  );

  it("set what was asked for, and leave the other fields alone", () => {
    fc.assert(
      fc.property(fc.constantFrom(...blocks), names, value, (block, name, value) => {
        const before = readYaml(block);
        const map = before.root ?? EMPTY;
        assert.ok(map.type === "map");
        const after = readYaml(applyEdits(block, setField(block, map, name, value)));
        const wanted = valuesOf(map) as Record<string, unknown>;
        // What `*name` repeats goes with it.
        fc.pre(!(name === "a" && "b" in wanted));
        assert.deepEqual(
          valuesOf(after.root),
          { ...wanted, [name]: JSON.parse(JSON.stringify(value)) },
          applyEdits(block, setField(block, map, name, value)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("remove what was asked for, and leave the other fields alone", () => {
    fc.assert(
      fc.property(fc.constantFrom(...blocks), names, (block, name) => {
        const map = readYaml(block).root ?? EMPTY;
        assert.ok(map.type === "map");
        const { [name]: _, ...wanted } = valuesOf(map) as Record<string, unknown>;
        fc.pre(!(name === "a" && "b" in wanted));
        const after = readYaml(applyEdits(block, removeField(block, map, name)));
        assert.deepEqual(valuesOf(after.root ?? EMPTY), wanted);
      }),
    );
  });
});

const EMPTY: YamlMap = { type: "map", span: { start: 0, end: 0 }, flow: false, entries: [] };
