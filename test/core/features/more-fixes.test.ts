import assert from "node:assert/strict";
import { itemFieldsFeature } from "../../../server/src/features/item-fields.ts";
import { type ItemFields, itemFields } from "../../../server/src/write-protocol.ts";
import { actionsAt, checkAction } from "../../check-action.ts";

const main = "//- main.md\n";
const config = "//- throughline.yaml\n";

describe("fixes of what is linked, named and planned wrongly", () => {
  it("move a link to the field that asks for it", () =>
    checkAction(
      "Move it to kpis",
      "---\ntype: prd\nid: PRD-1\ngoals:\n  - GOAL-1 # why\n  - KPI-1$0\nkpis: KPI-2\n---\n//- k.md\n---\ntype: kpi\nid: KPI-1\n---\n",
      `${main}---\ntype: prd\nid: PRD-1\ngoals:\n  - GOAL-1 # why\nkpis:\n  - KPI-2\n  - KPI-1\n---\n`,
    ));

  it("write an id as its kind has it, and keep the old one", () =>
    checkAction(
      "Change the id to FEAT-12",
      "---\ntype: feature\nid: f12x$0\ngoals: n/a\n---\n//- b.md\n---\ntype: feature\nid: FEAT-11\n---\n",
      `${main}---\ntype: feature\nid: FEAT-12\naliases: f12x\ngoals: n/a\n---\n`,
    ));

  it("move a feature to when what it needs lands", () =>
    checkAction(
      "Set timeframe to 2027-Q3",
      "---\ntype: feature\nid: FEAT-1\ntimeframe: 2027-Q1\ndepends-on: FEAT-2$0\n---\n//- b.md\n---\ntype: feature\nid: FEAT-2\ntimeframe: 2027-Q3\n---\n",
      `${main}---\ntype: feature\nid: FEAT-1\ntimeframe: 2027-Q3\ndepends-on: FEAT-2\n---\n`,
    ));

  it("do what a team's own rule asks for", () =>
    checkAction(
      "Set team to pay",
      `---\ntype: kpi\nid: KPI-1$0\nowner: ana\n---\n${config}rules:\n  ours: { kind: kpi, when: { owner: ana }, require: { team: pay }, message: Ana is in pay. }\n`,
      `${main}---\ntype: kpi\nid: KPI-1\nowner: ana\nteam: pay\n---\n`,
    ));

  it("add somebody to the team's people", () =>
    checkAction(
      "Add “kim” to your people",
      `---\ntype: prd\nowner: kim$0\n---\n${config}# Us.\npeople: [ana, bo] # both\n`,
      `${config}# Us.\npeople: [ana, bo, kim] # both\n`,
    ));

  it("let a word for a status mean something", () =>
    checkAction(
      "Let “brewing” mean active",
      `---\ntype: prd\nstatus: brewing$0\n---\n${config}people: ana\n`,
      `${config}people: ana\nstatus:\n  brewing: active\n`,
    ));

  it("keep the words of a link that leads nowhere", () =>
    checkAction(
      "Keep the words without the link",
      "---\ntype: prd\n---\nSee [the *old* plan](gone$0.md).\n",
      `${main}---\ntype: prd\n---\nSee the *old* plan.\n`,
    ));

  it("take an entry of a link out with what it says", () =>
    checkAction(
      "Take this link out",
      "---\ntype: goal\nid: GOAL-1\nkpis:\n  - id: KPI-1\n  - id: KPI-1$0\n    target: 3 %\n  - KPI-2\n---\n//- k.md\n---\ntype: kpi\nid: KPI-1\n---\n",
      `${main}---\ntype: goal\nid: GOAL-1\nkpis:\n  - id: KPI-1\n  - KPI-2\n---\n`,
    ));
});

describe("Set Field", () => {
  it("says what can be begun where there is nothing to choose from", () => {
    const begins = (source: string) => {
      const { state } = actionsAt(source);
      const ask = itemFieldsFeature.requests[itemFields]!;
      const answer = ask({ item: "PRD-1", field: "goals" } as never, state, undefined as never) as ItemFields;
      return answer.fields[0]?.begins;
    };
    assert.equal(begins("---\ntype: prd\nid: PRD-1$0\n---\n"), "goal");
    assert.equal(begins("---\ntype: prd\nid: PRD-1$0\n---\n//- g.md\n---\ntype: goal\nid: GOAL-1\n---\n"), undefined);
  });
});
