import { deepEqual } from "node:assert/strict";
import { Patience } from "../../../server/src/lsp/patience.ts";
import type { Problem } from "../../../server/src/rules/problem.ts";

const uri = "file:///w/a.md";
const at = (line: number, character: number) => ({ line, character });

function problem(rule: string, line: number, from: number, to: number, message = rule): Problem {
  const range = { start: at(line, from), end: at(line, to) };
  const rest = { level: "error", item: "PRD-1", fixable: false, related: [], tag: undefined, data: undefined } as const;
  return { rule, range, message, patient: rule.startsWith("missing-"), ...rest };
}

const owner = problem("missing-owner", 1, 0, 5);
const half = problem("unknown-reference", 4, 7, 12, "GOAL-");
const other = problem("unknown-reference", 6, 7, 13, "GOAL-9");

describe("while somebody types", () => {
  let patience: Patience;
  beforeEach(() => (patience = new Patience(() => {})));
  afterEach(() => patience.dispose());
  const shown = (...problems: Problem[]) => patience.filter(uri, problems, true).map(({ message }) => message);

  it("nothing is said about the word that the cursor is in; all other words are spoken of at once", () => {
    shown();
    patience.typed(uri, at(4, 12));
    deepEqual(shown(owner, half, other), ["GOAL-9"]);
    patience.typed(uri, at(4, 9));
    deepEqual(shown(half), []);
    patience.typed(uri, at(4, 13));
    deepEqual(shown(half), ["GOAL-"]);
    patience.typed(uri, undefined);
    deepEqual(shown(half), ["GOAL-"]);
  });

  it("a mistake elsewhere is no reason to speak of it, one that was in its place is", () => {
    shown(other);
    patience.typed(uri, at(4, 12));
    deepEqual(shown(half, other), ["GOAL-9"]);
    patience.calm(uri);
    shown({ ...half, message: "GOL-1" });
    patience.typed(uri, at(4, 12));
    deepEqual(shown(half), ["GOAL-"]);
  });

  it("what cannot be a half of anything is said at once, also in that word", () => {
    shown();
    patience.typed(uri, at(4, 12));
    deepEqual(shown({ ...half, rule: "self-reference", message: "itself" }), ["itself"]);
  });

  it("after a pause everything is said", () => {
    const calmed: string[] = [];
    patience = new Patience((calm) => calmed.push(calm));
    shown();
    patience.typed(uri, at(4, 12));
    shown(half);
    patience.calm(uri);
    deepEqual(calmed, [uri]);
    deepEqual(shown(half), ["GOAL-"]);
  });
});
