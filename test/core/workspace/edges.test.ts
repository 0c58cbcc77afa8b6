import assert from "node:assert/strict";
import fc from "fast-check";
import type { Engine } from "../../../server/src/rules/engine.ts";
import type { Edge, Found, Query } from "../../../server/src/workspace/query.ts";
import type { Workspace } from "../../../server/src/workspace/workspace.ts";
import { engineOver, root } from "../../check.ts";
import { specText } from "../../random-specs.ts";
import { plannedWorld, step, take } from "../../random-steps.ts";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 150);

const workspace = fc
  .record({
    "a.md": specText,
    "b.md": specText,
    "specs/c.md": specText,
    "specs/README.md": specText,
    "notes.md": specText,
  })
  .map((files) =>
    Object.entries(files)
      .map(([path, text]) => `//- ${path}\n${text}`)
      .join(""),
  );

describe("edges between any items", () => {
  it("are seen alike from both ends, each once", () => {
    fc.assert(
      fc.property(workspace, (source) => {
        const { query } = engineOver(source).workspace.projects()[0]!;
        const items = query.items();
        const outgoing = items.flatMap((item) => query.outgoing(item).map(show));
        const incoming = items.flatMap((item) => query.incoming(item).map(show));
        assert.deepEqual(incoming.toSorted(), outgoing.toSorted());
        assert.equal(new Set(outgoing).size, outgoing.length);
      }),
      { numRuns },
    );
  });

  it("are the same when asked for by name", () => {
    fc.assert(
      fc.property(workspace, (source) => {
        const { query } = engineOver(source).workspace.projects()[0]!;
        for (const item of query.items()) {
          checkNames(item, (of, edge) => query.outgoing(of, edge));
          checkNames(item, (of, edge) => query.incoming(of, edge));
        }
      }),
      { numRuns },
    );
  });
});

describe("edges after any edits", () => {
  it("are what a workspace says that was made from nothing, from both ends and in the same order", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 25 }), (steps) => {
        const world = plannedWorld();
        for (const next of steps) take(world, next);
        assert.deepEqual(allEdges(world.engine.workspace), allEdges(world.fromNothing().workspace));
      }),
      { numRuns },
    );
  });

  it("follow the document that a requirement's short id is looked up in", () => {
    const engine = engineOver(`
      //- child.md
      ---
      type: prd
      id: PRD-2
      depends-on: FR-9
      ---
      //- whole.md
      ---
      type: prd
      id: PRD-1
      features: PRD-2
      ---
      - **FR-9:** It pays.
    `);
    const needs = () => edgesIn(engine).filter((edge) => edge.includes("depends-on"));
    assert.deepEqual(needs(), ["PRD-2 depends-on PRD-1/FR-9"]);
    write(engine, "whole.md", "---\ntype: prd\nid: PRD-1\n---\n- **FR-9:** It pays.\n");
    assert.deepEqual(needs(), []);
    write(engine, "whole.md", "---\ntype: prd\nid: PRD-1\nfeatures: PRD-2\n---\n- **FR-9:** It pays.\n");
    assert.deepEqual(needs(), ["PRD-2 depends-on PRD-1/FR-9"]);
  });

  it("follow an item to a place that has become the stronger one, though nothing is called otherwise", () => {
    const engine = engineOver(`
      //- a.md
      ---
      type: prd
      id: PRD-1
      ---
      ## FEAT-9: Wallet
      //- b.md
      ---
      type: prd
      id: PRD-2
      features: [{ id: FEAT-9, title: Vault }]
      ---
      //- c.md
      ---
      type: prd
      id: PRD-3
      depends-on: FEAT-9
      ---
    `);
    const { query } = engine.workspace.projects()[0]!;
    const needed = () => query.outgoing(query.definition("PRD-3")!).map(({ to }) => `${to.file.path}#${to.index}`);
    assert.deepEqual(needed(), ["b.md#1"]);
    write(engine, "b.md", "---\ntype: prd\nid: PRD-2\n---\n## FEAT-9: Vault\n");
    assert.deepEqual(needed(), ["a.md#1"]);
  });

  it("lead to the same objects while prose is typed", () => {
    const engine = engineOver(`
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      ---
      //- feature.md
      ---
      type: feature
      id: FEAT-1
      goals: GOAL-1
      ---
    `);
    const { query } = engine.workspace.projects()[0]!;
    const [before] = query.incoming(query.definition("GOAL-1")!);
    write(engine, "feature.md", "---\ntype: feature\nid: FEAT-1\ngoals: GOAL-1\n---\nMore prose.\n");
    assert.equal(query.definition("FEAT-1"), before!.from);
    assert.equal(query.outgoing(before!.from)[0], before);
  });
});

function allEdges(workspace: Workspace): unknown {
  const projects = workspace.projects().toSorted((a, b) => (a.root < b.root ? -1 : 1));
  return projects.map(({ root, query }) => [
    root,
    query.items().map((item) => [place(item), query.outgoing(item).map(show), query.incoming(item).map(show)]),
  ]);
}

function checkNames(item: Found, ask: Query["outgoing"]): void {
  const all = ask(item);
  for (const name of new Set(all.map((edge) => edge.name))) {
    assert.deepEqual(ask(item, name).map(show), all.filter((edge) => edge.name === name).map(show));
  }
}

function show({ name, from, to, writer, link, values }: Edge): string {
  const carried = [...values].map(([key, { text }]) => `${key}=${text}`).join(" ");
  return `${place(from)} ${name} ${place(to)} by ${place(writer)} ${link?.text ?? "standing inside"} ${carried}`;
}

function place({ file, index, item }: Found): string {
  return `${file.path}#${index} ${item.key}`;
}

/** The edges of a small plan, each as `from name to`, and who wrote it where that is not the end it starts at. */
function edges(source: string): readonly string[] {
  return edgesIn(engineOver(source));
}

function edgesIn({ workspace }: Engine): readonly string[] {
  const { query } = workspace.projects()[0]!;
  return query.items().flatMap((item) =>
    query.outgoing(item).map(({ name, from, to, writer, link, values }) => {
      const by = link === undefined ? " (inside)" : writer.item.key === from.item.key ? "" : ` (by ${writer.item.key})`;
      const carried = [...values].map(([key, { text }]) => ` ${key}=${text}`).join("");
      return `${from.item.key} ${name} ${to.item.key}${by}${carried}`;
    }),
  );
}

function write(engine: Engine, path: string, text: string): void {
  engine.apply([{ type: "disk", uri: `${root}/${path}`, text }]);
}

function links(source: string, expected: readonly string[]): void {
  assert.deepEqual(edges(source), expected);
}

describe("one edge", () => {
  const goal = "//- goal.md\n---\ntype: goal\nid: GOAL-1\n";
  const kpi = "//- kpi.md\n---\ntype: kpi\nid: KPI-1\n";
  it("is the same whichever end writes it, or both", () => {
    links(`${goal}kpis: KPI-1\n---\n${kpi}---\n`, ["GOAL-1 kpis KPI-1"]);
    links(`${goal}---\n${kpi}goals: GOAL-1\n---\n`, ["GOAL-1 kpis KPI-1 (by KPI-1)"]);
    links(`${goal}kpis: KPI-1\n---\n${kpi}goals: GOAL-1\n---\n`, ["GOAL-1 kpis KPI-1"]);
  });

  it("carries values where the link is a mapping, whoever else writes it", () => {
    links(`${goal}kpis: [{ id: KPI-1, target: 3%, timeframe: 2027-Q1 }]\n---\n${kpi}goals: GOAL-1\n---\n`, [
      "GOAL-1 kpis KPI-1 target=3% timeframe=2027-Q1",
    ]);
  });

  it("runs from the part to the whole and from the feature to its evidence, whoever writes it", () => {
    links(
      `
      //- prd.md
      ---
      type: prd
      id: PRD-1
      features: [FEAT-1]
      ---
      //- feature.md
      ---
      type: feature
      id: FEAT-1
      ---
      //- insight.md
      ---
      type: insight
      id: INS-1
      features: FEAT-1
      ---
      `,
      ["FEAT-1 insights INS-1 (by INS-1)", "FEAT-1 parent PRD-1 (by PRD-1)"],
    );
  });

  it("is made by standing inside: parts, requirements, the KPIs of a document", () => {
    links(
      `
      ---
      type: prd
      id: PRD-1
      ---
      - **FR-1:** It pays.

      | Metric | Target |
      |---|---|
      | Conversion | 3% |

      ## FEAT-1: Wallet

      | KPI | Target |
      |---|---|
      | Wallets | 1,000 |
      `,
      [
        "PRD-1 requirements PRD-1/FR-1 (inside)",
        "PRD-1 kpis PRD-1#conversion (inside)",
        "FEAT-1 parent PRD-1 (inside)",
        "FEAT-1 kpis PRD-1#wallets (inside)",
      ],
    );
    links("---\ntype: vision\nid: VIS-1\n---\n## GOAL-1: Growth\n", ["GOAL-1 vision VIS-1 (inside)"]);
  });

  it("is inherited by the parts of what writes it", () => {
    links(
      `
      //- prd.md
      ---
      type: prd
      id: PRD-1
      goals: GOAL-1
      features:
        - { title: Wallet }
        - { title: Refunds, goals: n/a }
      ---
      ${goal.replaceAll("\n", "\n      ")}---
      `,
      [
        "PRD-1 goals GOAL-1",
        "PRD-1#wallet goals GOAL-1",
        "PRD-1#wallet parent PRD-1 (by PRD-1)",
        "PRD-1#refunds parent PRD-1 (by PRD-1)",
      ],
    );
  });

  it("of a row about a KPI of another document is that KPI's; a section about a feature of another one links nothing", () => {
    links(
      `
      //- prd.md
      ---
      type: prd
      id: PRD-1
      ---
      | Metric | Target |
      |---|---|
      | KPI-1 | 3% |

      ## FEAT-1: Wallet

      Goals: GOAL-1
      ${kpi.replaceAll("\n", "\n      ")}---
      ${goal.replaceAll("\n", "\n      ")}---
      //- wallet.md
      ---
      type: feature
      id: FEAT-1
      ---
      `,
      ["PRD-1 kpis KPI-1 (inside)"],
    );
  });
});
