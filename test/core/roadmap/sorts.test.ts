import assert from "node:assert/strict";
import { roadmapTooltip } from "../../../server/src/roadmap/rows.ts";
import { comparePriorities } from "../../../server/src/roadmap/sorts.ts";
import { engineOver } from "../../check.ts";
import { openRows } from "../../draw-roadmap.ts";

const source = `
  //- throughline.yaml
  rice: { words: { effort: { S: 2 } } }
  //- b.md
  ---
  type: feature
  id: FEAT-1
  title: Big
  owner: ana
  timeframe: 2027-Q1
  rank: 2
  reach: 2,000 users
  impact: massive
  confidence: 50–100%
  effort: 2 months
  ---
  //- a.md
  ---
  type: feature
  id: FEAT-2
  title: Small
  owner: ana
  timeframe: 2027-Q3
  rank: 2
  priority: must
  reach: 1k
  impact: 2
  confidence: high
  effort: S
  ---
  //- c.md
  ---
  type: feature
  id: FEAT-3
  title: First
  owner: ana
  timeframe: 2027-Q4
  rank: 1
  priority: P2
  reach: 10
  ---
  //- d.md
  ---
  type: feature
  id: FEAT-4
  title: Other
  owner: ana
  priority: sometimes
  ---
`;
const engine = engineOver(source);
const { query } = engine.workspace.projects()[0]!;

const sorted = (sort: string | undefined, by = "owner") =>
  openRows(engine, { by, sort })
    .filter(({ row }) => row.type === "item")
    .map(({ row }) => row.label);

describe("what stands beside each other on the roadmap", () => {
  it("is sorted by date, rank, priority or score", () => {
    assert.deepEqual(sorted(undefined), ["Big", "Small", "First", "Other"]);
    assert.deepEqual(sorted("date"), sorted(undefined));
    assert.deepEqual(sorted("no such order"), sorted(undefined));
    assert.deepEqual(sorted("rank"), ["First", "Small", "Big", "Other"]);
    assert.deepEqual(sorted("priority"), ["Small", "First", "Other", "Big"]);
    assert.deepEqual(sorted("rice"), ["Small", "Big", "First", "Other"]);
    assert.deepEqual(sorted("rice", "goal"), sorted("rice"));
  });

  it("says what it is sorted by", () => {
    const rows = openRows(engine, { by: "owner", sort: "rice" }).map(({ row }) => `${row.label} ${row.description}`);
    assert.deepEqual(rows.slice(1, 4), ["Small Q3 2027 · RICE 1,000", "Big Q1 2027 · RICE 517", "First Q4 2027"]);
    const prioritized = openRows(engine, { by: "owner", sort: "priority" }).map(({ row }) => row.description);
    assert.equal(prioritized[1], "Q3 2027 · must");
  });

  it("explains a score, and what it wants yet", () => {
    const card = (label: string) => {
      const row = openRows(engine, { by: "owner" }).find((one) => one.row.label === label)!.row.id;
      return roadmapTooltip(query, { by: "owner", row }, { locate: () => undefined })
        .split("\n")
        .find((line) => line.includes("RICE"));
    };
    assert.equal(card("Small"), "RICE 1,000 = Reach 1k × Impact 2 × Confidence high ÷ Effort S  ".trimEnd());
    assert.equal(
      card("Big")?.trim(),
      "RICE 517 = Reach 2,000 users × Impact massive × Confidence 50–100% ÷ Effort 2 months",
    );
    assert.equal(card("First")?.trim(), "No RICE score without Impact, Confidence and Effort");
    assert.equal(card("Other"), undefined);
  });

  it("knows how priorities are written", () => {
    const words = ["someday", "P1", "low", "Must have", "P0", "critical", "won't", "medium", "high"];
    assert.deepEqual(words.toSorted(comparePriorities), [
      ...["critical", "Must have", "P0", "high", "P1", "medium", "low", "won't", "someday"],
    ]);
  });
});
