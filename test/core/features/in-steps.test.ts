import assert from "node:assert/strict";
import { type InSteps, inSteps } from "../../../server/src/features/in-steps.ts";
import { engineOver } from "../../check.ts";
import { stateOver } from "../../feature-state.ts";

const source = "//- a.md\n---\ntype: prd\nid: PRD-1\n---\n";

describe("an answer that is worked out ahead, in small steps", () => {
  it("is given as it is when nothing has changed meanwhile", () => {
    const { counting, state, steps } = setUp();
    const params = {};
    for (const _ of counting.ahead(params, state));
    assert.deepEqual([counting.answer(params, state), steps()], ["PRD-1", 3]);
    assert.deepEqual([counting.answer({}, state), steps()], ["PRD-1", 6]);
  });

  it("is worked out anew when something changes between two steps, or before it is given", () => {
    const { counting, state, steps, rename } = setUp();
    const params = {};
    let at = 0;
    for (const _ of counting.ahead(params, state)) if (++at === 2) rename("PRD-2");
    assert.deepEqual([counting.answer(params, state), steps()], ["PRD-2", 5]);
    rename("PRD-3");
    assert.deepEqual([counting.answer(params, state), steps()], ["PRD-3", 8]);
  });

  it("is worked out at once where it never stops changing", () => {
    const { counting, state, steps, rename } = setUp();
    const params = {};
    let at = 1;
    for (const _ of counting.ahead(params, state)) rename(`PRD-${++at}`);
    assert.deepEqual([at, counting.answer(params, state), steps()], [4, "PRD-4", 6]);
  });
});

/** A request about the first id of a project that takes three steps; `steps` says how many have been done. */
function setUp() {
  const engine = engineOver(source);
  const state = stateOver(engine, new Map());
  const project = engine.workspace.projects()[0]!;
  let done = 0;
  const counting: InSteps<object, string | undefined> = inSteps(function* () {
    const { query } = project;
    for (let left = 3; left > 0; left--) {
      assert.equal(project.query, query, "no step is done on what is no more");
      done++;
      if (left > 1) yield;
    }
    return [...query.items()][0]?.item.id;
  });
  const rename = (id: string): void => {
    const text = `---\ntype: prd\nid: ${id}\n---\n`;
    engine.apply([{ type: "disk", uri: project.uriOf("a.md"), text }]);
  };
  return { counting, state, steps: () => done, rename };
}
