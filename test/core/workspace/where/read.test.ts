import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readWhere } from "../../../../server/src/workspace/where/read-where.ts";
import { engineOver } from "../../../check.ts";

const { workspace } = engineOver(`
  //- throughline.yaml
  people:
    - { handle: ana, name: Ana Li }
    - bo
  kinds:
    feature:
      status: { building: active }
      fields: { stage: { type: enum, values: [alpha, beta, stable] } }
    rfc:
      extends: feature
      prefix: RFC
      fields: { sponsor: { type: person }, until: { type: timeframe } }
  //- vision.md
  ---
  type: goal
  id: GOAL-1
  title: Grow revenue
  owner: bo
  status: active
  ---
  //- part.md
  ---
  type: goal
  id: GOAL-2
  title: More who pay
  parent: GOAL-1
  kpis: [KPI-1]
  ---
  //- kpi.md
  ---
  type: kpi
  id: KPI-1
  title: Conversion
  target: 3%
  goals: [GOAL-1]
  ---
  //- pay.md
  ---
  type: feature
  id: FEAT-1
  title: One-tap pay
  owner: Ana Li
  status: building
  stage: beta
  goals: [GOAL-2]
  timeframe: 2027-Q1
  effort: 3 weeks
  priority: P1
  team: Core payments
  ---
  //- wallet.md
  ---
  type: feature
  id: FEAT-2
  title: Wallet
  owner: [bo, ana]
  status: shipped
  stage: stable
  parent: FEAT-1
  timeframe: 2026-11-25
  effort: 8 weeks
  priority: P10
  epic-of: SHOP-1
  depends-on: [FEAT-1]
  ---
  //- rfcs/idea.md
  ---
  type: rfc
  id: RFC-1
  title: Cards, later
  status: draft
  timeframe: later
  sponsor: Bo
  until: 2027
  kpis: [KPI-1]
  ---
`);
const { query } = workspace.projects()[0]!;

function meets(where: string, ids: string): void {
  const reading = readWhere(where, query, { levelsOf: ({ item }) => (item.key === "FEAT-2" ? ["warning"] : []) });
  assert.deepEqual(
    reading.problems.map(({ message }) => String(message)),
    [],
  );
  assert.equal(
    query
      .items()
      .filter(reading.matches)
      .map(({ item }) => item.key)
      .join(" "),
    ids,
    where,
  );
}

function isWrong(where: string, marked: string, message: string, meant?: string): void {
  const { problems } = readWhere(where, query);
  assert.deepEqual(
    problems.map((one) => [where.slice(one.span.start, one.span.end), String(one.message), one.meant]),
    [[marked, message, meant]],
  );
}

describe("a query over a plan", () => {
  it("finds words in titles, ids and owners, and leaves out what stands behind a hyphen", () => {
    meets("pay", "GOAL-2 FEAT-1");
    meets("Ana", "FEAT-1 FEAT-2");
    meets("feat -wallet", "FEAT-1");
    meets("", "KPI-1 GOAL-2 FEAT-1 RFC-1 GOAL-1 FEAT-2");
  });

  it("knows kinds with those that a team derives from them", () => {
    meets("kind:feature", "FEAT-1 RFC-1 FEAT-2");
    meets("kind=feature", "FEAT-1 FEAT-2");
    meets("kind:rfcs,kpis", "KPI-1 RFC-1");
    meets("kind:epic type!=rfc", "FEAT-1 FEAT-2");
  });

  it("knows a person however documents spell the name", () => {
    meets("owner:ana", "FEAT-1 FEAT-2");
    meets('owner:"Ana Li"', "FEAT-1 FEAT-2");
    meets("sponsor:bo", "RFC-1");
    meets("dri=bo", "GOAL-1 FEAT-2");
    meets("owner:Li", "FEAT-1 FEAT-2");
  });

  it("knows a phase behind a team's words", () => {
    meets("-status:done kind:feature", "FEAT-1 RFC-1");
    meets("status:building", "FEAT-1");
    meets("status:active", "FEAT-1 GOAL-1");
    meets("phase:draft", "KPI-1 GOAL-2 RFC-1");
    meets("status!=done kind=feature", "FEAT-1");
  });

  it("compares times with what they can be compared with", () => {
    meets("timeframe<=2027-Q1", "FEAT-1 FEAT-2");
    meets("timeframe<2027-Q1", "FEAT-2");
    meets("timeframe:2026", "FEAT-2");
    meets("timeframe:this-week,next", "");
    meets("timeframe:this-quarter", "FEAT-2");
    meets("timeframe<=next-quarter", "FEAT-1 FEAT-2");
    meets("due>today+30d", "FEAT-1");
    meets("timeframe:next-week", "FEAT-2");
    meets("timeframe>=next", "RFC-1");
    meets("until:2027", "RFC-1");
  });

  it("compares amounts, words of a list and texts", () => {
    meets("effort<8", "FEAT-1");
    meets('effort>="1 month"', "FEAT-2");
    meets("stage>alpha stage<stable", "FEAT-1");
    meets("priority<=P2", "FEAT-1");
    meets("team:payments", "FEAT-1");
    meets("team=payments", "");
    meets("target:3%", "KPI-1");
    meets("epic-of:shop", "FEAT-2");
    meets("file:rfcs/*", "RFC-1");
  });

  it("follows links, also to parts and from parts", () => {
    meets("goal:GOAL-1", "KPI-1 FEAT-1 FEAT-2");
    meets("goals=GOAL-1", "KPI-1");
    meets('goal:"who pay"', "KPI-1 FEAT-1 FEAT-2");
    meets("kpi:KPI-1", "GOAL-2 RFC-1 GOAL-1");
    meets("parent:FEAT-1", "FEAT-2");
    meets("depends-on:FEAT-1", "FEAT-2");
  });

  it("tells what is there from what is not, and from what could not be", () => {
    meets("has:kpi", "GOAL-2 RFC-1 GOAL-1");
    meets("no:kpi", "FEAT-1 FEAT-2");
    meets("no:owner kind:goal", "GOAL-2");
    meets("has:problem", "FEAT-2");
    meets("has:error", "");
    meets("no:warnings kind=feature", "FEAT-1");
    meets("has:goal", "KPI-1 FEAT-1");
  });

  it("says what is wrong with a word, where, and what was meant", () => {
    isWrong("kind:feature ownr:ana", "ownr", "There is no field `ownr`. Did you mean `owner`?", "owner");
    isWrong("kind:faeture", "faeture", "`faeture` is nothing that kind can be. Did you mean `feature`?", "feature");
    isWrong(
      "status:buidling",
      "buidling",
      "`buidling` is nothing that status can be. Did you mean `building`?",
      "building",
    );
    isWrong("owner:anna,bo", "anna", "Nobody here is called `anna`. Did you mean `ana`?", "ana");
    isWrong("goal:GOAL-11", "GOAL-11", "There is no goal `GOAL-11`. Did you mean `GOAL-1`?", "GOAL-1");
    isWrong("has:onwer", "onwer", "There is no field `onwer`. Did you mean `owner`?", "owner");
    isWrong("stage:gamma", "gamma", "`gamma` is nothing that stage can be. It can be alpha, beta or stable.");
    isWrong("effort<soon", "soon", "`soon` is no amount: effort is one.");
    isWrong("owner<bo", "bo", "`owner` knows no more and no less: write `owner:` in the place of `owner<`.");
    isWrong("timeframe:2027-13", "2027-13", "There is no month 13.");
    isWrong(
      "health:fine",
      "fine",
      "`fine` is nothing that health can be. It can be on-track, at-risk, off-track or unknown.",
    );
  });

  it("understands all that its page shows", () => {
    const page = readFileSync(new URL("../../../../docs/queries.md", import.meta.url), "utf8");
    const rows = page.split("\n").filter((line) => line.startsWith("| `"));
    const shown = rows.flatMap((row) => [...row.split("|")[1]!.matchAll(/`([^`]+)`/g)].map(([, text]) => text!));
    assert.ok(shown.length > 15);
    const known = new Set(["kpi:conversion", "goal:GOAL-1", "owner:ana"]);
    for (const text of shown) {
      const problems = readWhere(text, query).problems.filter(({ span }) => span.start === 0 || known.has(text));
      assert.deepEqual(problems, [], text);
    }
  });

  it("applies what it can read of a query that is being typed", () => {
    const reading = readWhere("kind:goal owner:", query);
    assert.deepEqual([reading.problems.length, query.items().filter(reading.matches).length], [1, 2]);
    assert.ok(readWhere("ownr:x", query).isEmpty);
  });
});
