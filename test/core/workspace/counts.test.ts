import assert from "node:assert/strict";
import fc from "fast-check";
import { Engine } from "../../../server/src/rules/engine.ts";

const root = "file:///w";

describe("the links of a project", () => {
  const text = fc
    .array(fc.constantFrom("GOAL-1", "GOAL-2", "PRD-1"), { maxLength: 4 })
    .map((ids) => `---\ntype: prd\ngoals: [${ids.join(", ")}]\n---\n${ids.map((id) => `See ${id}.`).join("\n")}\n`);
  const edit = fc.tuple(fc.nat(5), fc.option(text, { nil: undefined }));

  it("are counted in steps, between which anything may happen, as they are counted at once", () => {
    fc.assert(
      fc.property(fc.array(edit), fc.array(fc.tuple(edit, fc.nat(2))), (before, between) => {
        const engine = engineWith(before);
        const project = engine.workspace.projects()[0]!;
        const steps = project.countLinks()[Symbol.iterator]();
        for (const [[at, text], many] of between) {
          for (let left = many; left > 0; left--) steps.next();
          change(engine, at, text);
        }
        const fresh = engineWith([...before, ...between.map(([one]) => one)]);
        assert.equal(project.counts.links, fresh.workspace.projects()[0]!.counts.links);
      }),
    );
  });
});

function engineWith(edits: readonly (readonly [at: number, text: string | undefined])[]): Engine {
  const engine = new Engine({ today: "2026-11-22" });
  engine.apply([{ type: "roots", uris: [root] }]);
  for (const [at, text] of edits) change(engine, at, text);
  return engine;
}

function change(engine: Engine, at: number, text: string | undefined): void {
  const uri = `${root}/${at}.md`;
  engine.apply([text === undefined ? { type: "delete", uri } : { type: "disk", uri, text }]);
}
