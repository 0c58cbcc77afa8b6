import assert from "node:assert/strict";
import { Documents } from "../../../server/src/lsp/documents.ts";
import { NewerKeys } from "../../../server/src/lsp/newer-keys.ts";
import { Patience } from "../../../server/src/lsp/patience.ts";
import { engineOver, root } from "../../check.ts";

const plan = `//- goal.md
---
type: goal
id: GOAL-1
owner: ana
kpis: n/a
---
//- kpi.md
---
type: kpi
id: KPI-1
owner: ana
target: 3
---
`;

/** A feature without a fault but for the lines that are being typed, which it is asked for. */
const fields: Readonly<Record<string, string>> = {
  owner: "owner: ana",
  goals: "goals: [GOAL-1]",
  kpis: "kpis: KPI-1",
  timeframe: "timeframe: 2027-Q1",
};

/** What somebody types between other lines, key by key. */
const typed: readonly string[] = [
  "owner: ana",
  'owner: "ana"',
  "goals: [GOAL-1]",
  "goals: GOAL-1",
  "kpis:\n  - KPI-1",
  "timeframe: 2027-Q1",
  "timeframe: 2027-03",
  "status: in-progress",
  "health: on track",
  "depends-on: n/a",
  "tags: [a, b]",
  "summary: What it is: in one sentence",
];

describe("a line that is being typed", () => {
  for (const line of typed) {
    it(`reddens nothing: ${line.replace("\n", " ⏎")}`, () => {
      const engine = engineOver(plan);
      const documents = new Documents("utf-16");
      const patience = new Patience(() => {});
      const uri = `${root}/feature.md`;
      const rest = Object.entries(fields).filter(([name]) => !line.startsWith(`${name}:`));
      const before = "---\ntype: feature\nid: FEAT-1\n";
      const after = `\n${rest.map(([, text]) => text).join("\n")}\ntitle: Pay\n---\n# Pay\n`;
      documents.open({ textDocument: { uri, languageId: "markdown", version: 1, text: before + after } });
      engine.apply([{ type: "open", uri, text: before + after }]);
      const missing = new Set(patience.filter(uri, engine.problems(uri), true).map(({ rule }) => rule));
      const told: string[] = [];
      let [row, column] = [3, 0];
      for (const [index, key] of [...line].entries()) {
        const at = { line: row, character: column };
        const { text } = documents.change(uri, index + 2, [{ range: { start: at, end: at }, text: key }])!;
        [row, column] = key === "\n" ? [row + 1, 0] : [row, column + 1];
        engine.apply([{ type: "open", uri, text }]);
        patience.typed(uri, documents.get(uri)?.caret, documents.get(uri)?.line);
        const found = patience.filter(uri, engine.problems(uri), true).filter(({ rule }) => !missing.has(rule));
        for (const { rule, level, range } of found)
          told.push(`${JSON.stringify(line.slice(0, index + 1))}: ${level} ${rule} in line ${range.start.line}`);
      }
      patience.dispose();
      assert.deepEqual(told, []);
    });
  }
});

describe("a field that is given once more", () => {
  const told = (before: string, line: string, after: string) => {
    const engine = engineOver(plan);
    const documents = new Documents("utf-16");
    const patience = new Patience(() => {});
    const newer = new NewerKeys();
    const uri = `${root}/feature.md`;
    documents.open({ textDocument: { uri, languageId: "markdown", version: 1, text: before + after } });
    const look = () => {
      const { document, edited } = documents.get(uri)!;
      engine.apply([{ type: "open", uri, text: document.text }]);
      const kind = engine.workspace.projects()[0]!.config.schema.kinds.get("feature");
      const placed = newer.place(document, engine.problems(uri), edited, kind);
      const found = patience.filter(uri, placed, true).filter(({ rule }) => rule === "duplicate-key");
      return found.map(({ range }) => range.start.line);
    };
    let at = { line: before.split("\n").length - 1, character: 0 };
    const type = (text: string) => {
      documents.change(uri, 2, [{ range: { start: at, end: at }, text }]);
      at = text === "\n" ? { line: at.line + 1, character: 0 } : { ...at, character: at.character + text.length };
      patience.typed(uri, documents.get(uri)?.caret, documents.get(uri)?.line);
    };
    const whileTyping: number[] = [];
    for (const key of line) {
      type(key);
      whileTyping.push(...look());
    }
    patience.calm(uri);
    const paused = look();
    // Somewhere else, and that is no reason for it to move.
    at = { line: documents.get(uri)!.document.text.split("\n").length - 1, character: 0 };
    type("x");
    patience.calm(uri);
    const later = look();
    patience.dispose();
    return { whileTyping, paused, later };
  };
  const top = "---\ntype: feature\nid: FEAT-1\n";

  it("above the one that is there: it is said after a pause, and on the line that was typed", () =>
    assert.deepEqual(told(top, "owner: bo\n", "owner: ana\ntitle: Pay\n---\n# Pay\n"), {
      whileTyping: [],
      paused: [3],
      later: [3],
    }));

  it("by another name, too", () => assert.deepEqual(told(top, "dri: bo\n", "owner: ana\n---\n# Pay\n").paused, [3]));

  it("below it: on the line that was typed, which is the second", () =>
    assert.deepEqual(told(`${top}owner: ana\n`, "owner: bo\n", "title: Pay\n---\n# Pay\n"), {
      whileTyping: [],
      paused: [4],
      later: [4],
    }));
});
