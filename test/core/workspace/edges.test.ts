import assert from "node:assert/strict";
import fc from "fast-check";
import type { Edge, Found, Query } from "../../../server/src/workspace/query.ts";
import { engineOver } from "../../check.ts";
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
