import assert from "node:assert/strict";
import fc from "fast-check";
import { allEdges, outgoingOf } from "../../../server/src/workspace/edge-index.ts";
import type { Edge, Found, Query } from "../../../server/src/workspace/query.ts";
import { engineOver, root } from "../../check.ts";
import { specText } from "../../random-specs.ts";

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
          for (const ask of [query.outgoing, query.incoming]) checkNames(item, ask);
        }
      }),
      { numRuns },
    );
  });
});

describe("the index of all edges", () => {
  it("says what is said item by item", () => {
    fc.assert(
      fc.property(workspace, (source) => {
        const { query } = engineOver(source).workspace.projects()[0]!;
        const index = allEdges(query);
        for (const item of query.items()) {
          assert.deepEqual(sorted(index.outgoing(item)), sorted(query.outgoing(item)));
          assert.deepEqual(sorted(index.incoming(item)), sorted(query.incoming(item)));
        }
      }),
      { numRuns },
    );
  });

  it("knows an item of a file that was read anew, and stays the same", () => {
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
    const [project] = engine.workspace.projects();
    const { query } = project!;
    allEdges(query);
    const text = "---\ntype: feature\nid: FEAT-1\ngoals: GOAL-1\n---\nMore prose.\n";
    engine.apply([{ type: "disk", uri: `${root}/feature.md`, text }]);
    assert.equal(project!.query, query, "prose leaves the query as it is");
    assert.deepEqual(
      outgoingOf(query, query.definition("FEAT-1")!).map(({ to }) => to.item.key),
      ["GOAL-1"],
    );
  });
});

function sorted(edges: readonly Edge[]): readonly string[] {
  return edges.map(show).toSorted();
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
  const { query } = engineOver(source).workspace.projects()[0]!;
  return query.items().flatMap((item) =>
    query.outgoing(item).map(({ name, from, to, writer, link, values }) => {
      const by = link === undefined ? " (inside)" : writer.item.key === from.item.key ? "" : ` (by ${writer.item.key})`;
      const carried = [...values].map(([key, { text }]) => ` ${key}=${text}`).join("");
      return `${from.item.key} ${name} ${to.item.key}${by}${carried}`;
    }),
  );
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
