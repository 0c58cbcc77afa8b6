import assert from "node:assert/strict";
import { features } from "../../../server/src/features/all.ts";
import {
  type RoadmapChildren,
  type RoadmapGroupings,
  type RoadmapReveal,
  roadmapChildren,
  roadmapGroupings,
  roadmapReveal,
  roadmapTooltip,
} from "../../../server/src/protocol.ts";
import { root } from "../../check.ts";
import { type FeatureState, featureState } from "../../feature-state.ts";

/** Asks as the client does. */
function ask<Answer>({ state }: FeatureState, method: string, params: unknown = {}): Answer {
  const feature = features.find(({ requests }) => method in requests);
  return feature!.requests[method]!(params as never, state, {} as never) as Answer;
}

const plan = `
  //- prd.md
  ---
  type: prd
  id: PRD-1
  title: Checkout
  goals: GOAL-1
  features:
    - id: FEAT-1
      title: One-$0tap pay
  ---
  - FR-1: It pays
  //- goal.md
  ---
  type: goal
  id: GOAL-1
  title: Growth
  ---
`;

describe("requests of the roadmap", () => {
  it("offer the groupings in the order of the menu", () => {
    const groupings = ask<RoadmapGroupings>(featureState(plan), roadmapGroupings);
    assert.deepEqual(
      groupings.map(({ id, title }) => `${id} ${title}`),
      ["goal Goal", "timeline Timeline", "status Status", "owner Owner", "team Team"],
    );
  });

  it("answer rows with the place where each is written", () => {
    const { rows, total, shown } = ask<RoadmapChildren>(featureState(plan), roadmapChildren, { by: "goal" });
    assert.deepEqual([total, shown], [3, 3]);
    assert.deepEqual(
      rows.map(({ id, item, kind, location }) => ({ id, item, kind, location })),
      [
        {
          id: "goal/GOAL-1",
          item: "GOAL-1",
          kind: "goal",
          location: {
            uri: `${root}/goal.md`,
            range: { start: { line: 2, character: 4 }, end: { line: 2, character: 10 } },
          },
        },
      ],
    );
  });

  it("reveal the innermost item at a place, with what is around it", () => {
    const fixture = featureState(plan);
    const at = (line: number) => {
      const params = { by: "goal", uri: fixture.uri, position: { line, character: 4 } };
      return ask<RoadmapReveal>(fixture, roadmapReveal, params).map(({ id }) => id);
    };
    assert.deepEqual(at(fixture.position.line), ["goal/GOAL-1", "goal/GOAL-1/PRD-1", "goal/GOAL-1/PRD-1/FEAT-1"]);
    assert.deepEqual(at(2), ["goal/GOAL-1", "goal/GOAL-1/PRD-1"]);
    // A requirement has no row: its document is shown.
    assert.deepEqual(at(9), ["goal/GOAL-1", "goal/GOAL-1/PRD-1"]);
    const nowhere = { by: "goal", uri: `${root}/no.md`, position: { line: 0, character: 0 } };
    assert.deepEqual(ask(fixture, roadmapReveal, nowhere), []);
  });

  it("reveal what a filter leaves, and folded rows with the row that folds them", () => {
    const fixture = featureState(plan.replace("title: One-$0tap pay", "status: done\n      title: One-$0tap pay"));
    const way = (more: object) => {
      const params = { by: "goal", uri: fixture.uri, position: fixture.position, ...more };
      return ask<RoadmapReveal>(fixture, roadmapReveal, params).map(({ id }) => id);
    };
    assert.equal(way({}).at(-1), "goal/GOAL-1/PRD-1/~done/FEAT-1");
    assert.equal(way({ showDone: true }).at(-1), "goal/GOAL-1/PRD-1/FEAT-1");
    assert.deepEqual(way({ filter: "growth" }), []);
  });

  it("find their rows after prose was typed", () => {
    const fixture = featureState(plan);
    ask(fixture, roadmapChildren, { by: "goal" });
    const text = `${fixture.engine.workspace.document(fixture.uri)!.text}More prose.\n`;
    fixture.engine.apply([{ type: "open", uri: fixture.uri, text }]);
    const params = { by: "goal", uri: fixture.uri, position: fixture.position };
    assert.equal(ask<RoadmapReveal>(fixture, roadmapReveal, params).length, 3);
  });

  it("answer a tooltip for an item, and null for what says all itself", () => {
    const fixture = featureState(plan);
    const text = ask<string>(fixture, roadmapTooltip, { by: "goal", row: "goal/GOAL-1" });
    assert.match(text, /^\*\*Growth\*\*/);
    assert.equal(ask(fixture, roadmapTooltip, { by: "goal", row: "goal/~not-linked" }), null);
  });

  it("do not wait for checks that are due", () => {
    const fixture = featureState(plan);
    const due = fixture.engine.unchecked().length;
    assert.ok(due > 0);
    ask(fixture, roadmapChildren, { by: "goal" });
    assert.equal(fixture.engine.unchecked().length, due);
  });

  it("give each of several projects a heading", () => {
    const fixture = featureState(`${plan}
  //- shop/throughline.yaml
  strict: false
  //- shop/goal.md
  ---
  type: goal
  id: GOAL-1
  title: Another growth
  ---
  //- empty/throughline.yaml
  strict: false
`);
    const top = ask<RoadmapChildren>(fixture, roadmapChildren, { by: "goal" });
    assert.deepEqual([top.total, top.rows.map(({ label }) => label)], [4, ["w", "shop"]]);
    const below = top.rows.flatMap(
      ({ id }) => ask<RoadmapChildren>(fixture, roadmapChildren, { by: "goal", row: id }).rows,
    );
    assert.deepEqual(
      below.map(({ label }) => label),
      ["Growth", "Another growth"],
    );
    assert.equal(new Set(below.map(({ id }) => id)).size, 2);
    const [first] = below;
    const parts = ask<RoadmapChildren>(fixture, roadmapChildren, { by: "goal", row: first!.id }).rows;
    assert.deepEqual(
      parts.map(({ label }) => label),
      ["Checkout"],
    );
    assert.match(ask(fixture, roadmapTooltip, { by: "goal", row: below[1]!.id }), /Another growth/);
    const params = { by: "goal", uri: fixture.uri, position: fixture.position };
    const way = ask<RoadmapReveal>(fixture, roadmapReveal, params);
    assert.deepEqual(
      way.map(({ label }) => label),
      ["w", "Growth", "Checkout", "One-tap pay"],
    );
    const none = ask<RoadmapChildren>(fixture, roadmapChildren, { by: "goal", filter: "another" });
    assert.deepEqual([none.shown, none.rows.map(({ label }) => label)], [1, ["shop"]]);
    assert.deepEqual(ask<RoadmapChildren>(fixture, roadmapChildren, { by: "goal", row: "gone/goal" }).rows, []);
  });
});
