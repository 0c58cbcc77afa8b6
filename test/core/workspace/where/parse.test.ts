import assert from "node:assert/strict";
import fc from "fast-check";
import type { Condition } from "../../../../server/src/workspace/where/condition.ts";
import { parseWhere } from "../../../../server/src/workspace/where/parse-where.ts";
import { printWhere } from "../../../../server/src/workspace/where/print-where.ts";
import { readWhere } from "../../../../server/src/workspace/where/read-where.ts";
import { engineOver } from "../../../check.ts";
import { specText } from "../../../random-specs.ts";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 400);

const piece = fc.constantFrom(
  ...[
    "owner",
    "kind",
    "timeframe",
    "has",
    "no",
    "goal",
    "-",
    ":",
    "<=",
    ">",
    "!=",
    "=",
    ",",
    " ",
    "\n",
    '"',
    "'",
    "“",
    "”",
    "\\",
  ],
  ...[
    "ana",
    "feature",
    "2027-Q1",
    "next-quarter",
    "status",
    "done",
    "health",
    "at-risk",
    "effort",
    "3 weeks",
    "problem",
    "GOAL-1",
  ],
);
const anyQuery = fc.oneof(
  fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
);

/** What a query says, wherever it stands. */
function said(conditions: readonly Condition[]) {
  return conditions.map((one) =>
    one.type === "word"
      ? [one.negated, one.value.text]
      : [one.negated, one.field.text, one.sign, one.values.map(({ text }) => text)],
  );
}

describe("a query", () => {
  it("is a list of what an item has to meet", () =>
    assert.deepEqual(
      said(
        parseWhere(`kind:feature  -status:done,dropped timeframe<=2027-Q1 owner!="Ana Li" "one tap" pay,ment`)
          .conditions,
      ),
      [
        [false, "kind", ":", ["feature"]],
        [true, "status", ":", ["done", "dropped"]],
        [false, "timeframe", "<=", ["2027-Q1"]],
        [false, "owner", "!=", ["Ana Li"]],
        [false, "one tap"],
        [false, "pay,ment"],
      ],
    ));

  it("takes the quotes that people have, and leaves apostrophes alone", () =>
    assert.deepEqual(said(parseWhere(`owner:'Ana Li' team:“Core pay” O'Brien "a \\"b\\"" -"-x"`).conditions), [
      [false, "owner", ":", ["Ana Li"]],
      [false, "team", ":", ["Core pay"]],
      [false, "O'Brien"],
      [false, 'a "b"'],
      [true, "-x"],
    ]));

  it("says where it cannot be read, and keeps the rest", () => {
    const text = `kind:feature timeframe <= 2027 owner: team:"core`;
    const { conditions, problems } = parseWhere(text);
    assert.deepEqual(said(conditions), [
      [false, "kind", ":", ["feature"]],
      [false, "timeframe"],
      [false, "2027"],
    ]);
    assert.deepEqual(
      problems.map(({ span, message }) => [text.slice(span.start, span.end), String(message)]),
      [
        [
          "<=",
          "Write the field, the sign and the value without blanks between them, as in `timeframe<=2027-Q1`. A text to search for that begins with <= stands in quotes.",
        ],
        ["owner:", "Say what owner is to be, as in `owner:…`."],
        ['"core', "This quote is not closed."],
        ['team:"core', "Say what team is to be, as in `team:…`."],
      ],
    );
  });

  it("is not read where it is a book", () =>
    assert.match(String(parseWhere("a ".repeat(2000)).problems[0]?.message), /2000 characters/));

  it("says the same when it is printed and read again", () => {
    fc.assert(
      fc.property(anyQuery, (text) => {
        const { conditions } = parseWhere(text);
        const printed = printWhere(conditions);
        const again = parseWhere(printed);
        assert.deepEqual(said(again.conditions), said(conditions));
        assert.deepEqual(again.problems, []);
        assert.equal(printWhere(again.conditions), printed);
      }),
      { numRuns },
    );
  });

  it("never fails, and tells of problems inside the text, whatever is typed and whatever the plan is", () => {
    fc.assert(
      fc.property(fc.array(anyQuery, { minLength: 1, maxLength: 5 }), specText, (queries, spec) => {
        const { query } = engineOver(`//- a.md\n${spec}`).workspace.projects()[0]!;
        for (const text of queries) {
          const reading = readWhere(text, query);
          for (const found of query.items()) assert.equal(typeof reading.matches(found), "boolean");
          for (const { span, message } of reading.problems) {
            assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length, JSON.stringify(text));
            assert.ok(String(message).length > 10);
          }
        }
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });
});
