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
