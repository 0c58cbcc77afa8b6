import assert from "node:assert/strict";
import fc from "fast-check";
import { isNotGiven, noneOnPurpose } from "../../../server/src/model/given.ts";

const owed = [
  ["", " ", "-", "--", "–", "?", "???", "[]", "[ ]", "{}", "~", "...", "…", "_", '""', "TBD", "tbd.", "tba", "TBC"],
  [
    "TBD, probably Ana",
    "TBD: ask legal",
    "tbd after research",
    "TBD (spring)",
    "tbd?",
    "todo",
    "TODO",
    "To do",
    "to-do",
  ],
  ["todo: ask Bo", "TODO!", "null", "Unknown", "unassigned", "To be decided", "to be  determined", "yyyy-mm-dd"],
  ["none yet", "not yet"],
].flat();

const none: readonly (readonly [string, string])[] = [
  ["n/a", ""],
  ["N/A", ""],
  ["NA", ""],
  ["N.A.", ""],
  ["none", ""],
  ["None", ""],
  [" None. ", ""],
  ["not applicable", ""],
  ["n/a: legal deadline", "legal deadline"],
  ["none - required by law", "required by law"],
  ["None – required by law", "required by law"],
  ["N/A (required by law)", "required by law"],
  ["none, as agreed", "as agreed"],
  ["None. The API stays.", "The API stays."],
  ["none because it is a chore", "because it is a chore"],
  ["n/a:", ""],
];

const values = [
  ["ana", "GOAL-1", "nonexistent", "None-of-these", "N/A/b.md", "na-12", "NASA", "nona", "none of these", "noneGOAL-1"],
  [
    "TBD-12",
    "todo.md",
    "todo-list.md",
    "To-do list",
    "Todo app",
    "tbdx",
    "tomorrow",
    "0",
    "/",
    "../a",
    "3%",
    "✅",
    "$",
    "完了",
  ],
].flat();

describe("answers that are no values", () => {
  it("knows what is not given yet", () => {
    for (const text of owed) {
      assert.equal(isNotGiven(text), true, text);
      assert.equal(noneOnPurpose(text), undefined, text);
    }
  });

  it("knows what is none on purpose, and why", () => {
    for (const [text, reason] of none) {
      assert.equal(noneOnPurpose(text), reason, text);
      assert.equal(isNotGiven(text), false, text);
    }
  });

  it("takes a value for a value", () => {
    for (const text of values) {
      assert.equal(isNotGiven(text), false, text);
      assert.equal(noneOnPurpose(text), undefined, text);
    }
  });

  it("never says both, and ignores case", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(...owed, ...values, ...none.map(([one]) => one)),
    );
    fc.assert(
      fc.property(text, (written) => {
        assert.ok(!(isNotGiven(written) && noneOnPurpose(written) !== undefined));
        const ascii = written.replace(/[^ -~]/g, "");
        assert.equal(isNotGiven(ascii.toUpperCase()), isNotGiven(ascii.toLowerCase()));
        assert.equal(noneOnPurpose(ascii.toUpperCase())?.toLowerCase(), noneOnPurpose(ascii.toLowerCase()));
      }),
    );
  });
});
