import assert from "node:assert/strict";
import fc from "fast-check";
import {
  checkProblems,
  checkText,
  dedent,
  type Expectation,
  parseFixture,
  renderFixture,
  renderMarks,
} from "../fixture.ts";

const checkout = String.raw`
  //- specs/checkout.md
  ---
  id: FEAT-1
  goals: [GOAL-9]
          ^^^^^^ error unknown-reference "no item has the id GOAL-9"
  ---
  See [[FE$0AT-1]], it costs \$0.
  //- specs/goals.md
  # Goals
`;

describe("the test language", () => {
  it("reads files, cursor and expectations", () => {
    const fixture = parseFixture(checkout);
    assert.deepEqual(
      [...fixture.files],
      [
        ["specs/checkout.md", "---\nid: FEAT-1\ngoals: [GOAL-9]\n---\nSee [[FEAT-1]], it costs $0.\n"],
        ["specs/goals.md", "# Goals\n"],
      ],
    );
    assert.deepEqual(fixture.cursor, { path: "specs/checkout.md", offset: 43 });
    assert.deepEqual(fixture.expectations, [
      {
        path: "specs/checkout.md",
        line: 2,
        startCharacter: 8,
        endCharacter: 14,
        level: "error",
        rule: "unknown-reference",
        message: "no item has the id GOAL-9",
      },
    ]);
  });

  it("calls text above the first name main.md", () => {
    assert.deepEqual([...parseFixture("one").files], [["main.md", "one"]]);
    assert.deepEqual(
      [...parseFixture("one\n//- b.md\n//- c.md\n").files],
      [
        ["main.md", "one\n"],
        ["b.md", ""],
        ["c.md", ""],
      ],
    );
  });

  it("keeps carets at the first column, several under one line, empty ranges and ranges over lines", () => {
    const { files, expectations } = parseFixture(`
      ---
      ^^^+2:3 error frontmatter-unclosed
      owner:
      ^^^^^ hint missing-owner, a comment
            ^0 warning unknown-person
      last
    `);
    assert.equal(files.get("main.md"), "---\nowner:\nlast\n");
    assert.deepEqual(
      expectations.map(({ line, startCharacter, endLine, endCharacter, level }) => [
        line,
        startCharacter,
        endLine,
        endCharacter,
        level,
      ]),
      [
        [0, 0, 2, 3, "error"],
        [1, 0, undefined, 5, "hint"],
        [1, 6, undefined, 6, "warning"],
      ],
    );
  });

  it("aligns carets with the text as written, cursor included", () => {
    const { expectations } = parseFixture(String.raw`
      a [[FE$0AT-1]] \$0 b
          ^^^^^^^^ error unknown-reference
                         ^ hint one
    `);
    assert.deepEqual(
      expectations.map(({ startCharacter, endCharacter }) => [startCharacter, endCharacter]),
      [
        [4, 10],
        [16, 17],
      ],
    );
  });

  it("takes ordinary text for what it is", () => {
    const text = "  ^^^ an arrow\n^ error\n// - no file\n| ^^ error x |\n";
    assert.equal(parseFixture(text).files.get("main.md"), text.replace(/^ {2}/, "  "));
  });

  it("refuses what cannot be meant", () => {
    assert.throws(() => parseFixture("a$0\nb$0"), /two cursors/);
    assert.throws(() => parseFixture("a$0b$0"), /two cursors/);
    assert.throws(() => parseFixture("^ error x"), /no line above/);
    assert.throws(() => parseFixture("//- a.md\n//- a.md\n"), /twice/);
  });

  it("prints what it reads", () => {
    const fixture = parseFixture(checkout);
    checkText(renderFixture(fixture.files, fixture.expectations, fixture.cursor), dedent(checkout));
  });

  it("prints any files and problems so that they are read back", () => {
    const line = fc.array(fc.constantFrom("a", "b c", "$0", "\t", "é", "🚀", "x".repeat(12)), { maxLength: 6 });
    const mark = fc.record({ line: fc.nat(9), start: fc.nat(20), length: fc.nat(6), below: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 10 }), fc.array(mark), fc.nat(), (lines, marks, at) => {
        // A first line with text at the first column keeps `dedent` from taking anything away.
        const text = ["top", ...lines.map((parts) => parts.join(""))].map((one) => `${one}\n`).join("");
        const cursor = { path: "a.md", offset: at % text.length };
        const splits = text[cursor.offset - 1] === "$" && text[cursor.offset] === "0";
        const problems = marks.map(({ line, start, length, below }): Expectation => {
          const column = Math.min(start, (text.split("\n")[line] ?? "").length);
          const end = below > 0 ? length : column + length;
          const endLine = below > 0 ? { endLine: line + below } : undefined;
          return {
            path: "a.md",
            line,
            startCharacter: column,
            ...endLine,
            endCharacter: end,
            level: "hint",
            rule: "r",
          };
        });
        const kept = problems.filter((problem) => problem.line < lines.length + 1);
        const files = new Map([["a.md", text]]);
        const rendered = renderFixture(files, kept, splits ? undefined : cursor);
        const read = parseFixture(rendered);
        assert.deepEqual(read.files, files);
        if (!splits) assert.deepEqual(read.cursor, cursor);
        checkText(renderFixture(read.files, read.expectations, read.cursor), rendered);
        assert.equal(read.expectations.length, kept.length);
      }),
    );
  });

  it("compares problems as texts, and messages only where a part is quoted", () => {
    const fixture = parseFixture(checkout);
    const found = { ...fixture.expectations[0]!, message: "Checkout links to GOAL-9, but no item has the id GOAL-9." };
    checkProblems(fixture, [found]);
    checkProblems(parseFixture(checkout.replace(/ "no item.*"/, "")), [found]);
    const differs = (problems: readonly Expectation[]) => {
      assert.throws(() => checkProblems(fixture, problems), { name: "AssertionError" });
    };
    differs([]);
    differs([found, found]);
    differs([{ ...found, message: "Another message." }]);
    differs([{ ...found, endCharacter: 15 }]);
    differs([{ ...found, level: "warning" }]);
    differs([{ ...found, rule: "wrong-kind" }]);
    differs([{ ...found, path: "specs/goals.md", line: 0 }]);
    differs([{ ...found, path: "elsewhere.md" }]);
  });

  it("prints spans under their lines", () => {
    const text = "owner: ana\n\tx: 1\r\n";
    checkText(
      renderMarks(text, [
        { span: { start: 7, end: 10 }, label: "person" },
        { span: { start: 12, end: 13 }, label: "key" },
        { span: { start: 5, end: 13 }, label: "both" },
        { span: { start: 10, end: 10 }, label: "end" },
      ]),
      "owner: ana\n     ^^^^^+1:2 both\n       ^^^ person\n          ^0 end\n\tx: 1\n\t^ key\n",
    );
  });
});
