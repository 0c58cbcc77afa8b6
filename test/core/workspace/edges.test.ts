import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { allEdges } from "../../../server/src/workspace/edge-index.ts";
import type { Edge, Query } from "../../../server/src/workspace/query.ts";
import { engineOver } from "../../check.ts";

describe("edges", () => {
  it("make a feature that has a heading in a document a part of it, and nothing that the document needs", () => {
    const query = queryOver(`
      //- checkout.md
      ---
      type: prd
      id: PRD-1
      ---
      ### FEAT-1: One-tap pay

      Text.

      ### PRD-2: A document in a document
    `);
    assert.deepEqual(edgesAt(query, "FEAT-1"), ["parent FEAT-1 → PRD-1"]);
    assert.deepEqual(edgesAt(query, "PRD-2"), ["parent PRD-2 → PRD-1"]);
  });

  it("make a goal inside a goal its part, and a requirement inside a requirement no proof of it", () => {
    const query = queryOver(`
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      ---
      ## GOAL-2: A part of it
      //- prd.md
      ---
      type: prd
      id: PRD-1
      ---
      ## FR-1: It pays

      ### FR-2: Quickly
    `);
    assert.deepEqual(edgesAt(query, "GOAL-2"), ["parent GOAL-2 → GOAL-1"]);
    assert.ok(!edgesAt(query, "PRD-1/FR-2").some((edge) => edge.startsWith("verifies")));
  });

  it("are the same from the index of all edges as item by item", () => {
    const query = queryOver(`
      //- goals.md
      ---
      type: goal
      id: GOAL-1
      kpis: [{ id: KPI-1, target: 5% }, KPI-2]
      ---
      //- kpi.md
      ---
      type: kpi
      id: KPI-1
      goals: GOAL-1, GOAL-9
      ---
      //- kpi-2.md
      ---
      type: kpi
      id: KPI-2
      aliases: KPI-OLD
      ---
      //- prd.md
      ---
      type: prd
      id: PRD-1
      goals: [[goals]]
      kpis: kpi.md
      features:
        - id: FEAT-1
          title: Nested
          features: FEAT-2
          depends-on:
            - title: Somebody else's work
        - FEAT-2
        - PRD-1
      ---
      ### FEAT-3: By heading

      | Metric | Target |
      |---|---|
      | KPI-3: Speed | 3 s |

      - [ ] FR-1 It works
      //- feature.md
      ---
      type: feature
      id: FEAT-2
      parent: PRD-1
      kpis: KPI-OLD
      depends-on: [FEAT-1, FEAT-2]
      ---
      //- twin.md
      ---
      type: feature
      id: FEAT-2
      goals: GOAL-1
      ---
    `);
    const index = allEdges(query);
    let compared = 0;
    for (const found of index.items) {
      assert.deepEqual(index.outgoing(found).map(show), query.outgoing(found).map(show), `from ${found.item.key}`);
      assert.deepEqual(index.incoming(found).map(show), query.incoming(found).map(show), `to ${found.item.key}`);
      compared += index.outgoing(found).length;
    }
    assert.ok(compared > 15, `only ${compared} edges were compared`);
  });
});

function queryOver(source: string): Query {
  return engineOver(source).workspace.projects()[0]!.query;
}

function edgesAt(query: Query, key: string): readonly string[] {
  return query.outgoing(query.definition(key)!).map(show);
}

function show({ name, from, to, values }: Edge): string {
  const more = [...values].map(([field, { text }]) => ` ${field} ${text}`).join("");
  return `${name} ${from.item.key} → ${to.item.key}${more}`;
}
