import assert from "node:assert/strict";
import fc from "fast-check";
import { plannedWorld, step, take } from "../../random-steps.ts";
import { problemsBy, saidBy } from "../../world.ts";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 30);

const asItIs = (text: string): string => text;

describe("what was found at an earlier start", () => {
  const steps = fc.array(step, { maxLength: 12 });

  it("is the same as what is found now, and looked for again as soon as something changes", () => {
    let recalled = 0;
    fc.assert(
      fc.property(steps, fc.array(step, { minLength: 1, maxLength: 6 }), (before, after) => {
        const world = plannedWorld();
        for (const next of before) take(world, next);
        const earlier = world.fromReadings();
        const said = saidBy(earlier);
        const kept = new Map(earlier.found());
        world.engine.recall((uri) => {
          recalled++;
          return kept.get(uri);
        });
        assert.deepEqual(saidBy(world.engine), said);
        for (const next of after) {
          take(world, next);
          assert.deepEqual(saidBy(world.engine), saidBy(world.fromNothing()));
        }
        assert.equal(kept.size, said.files.filter((uri) => uri.endsWith(".md")).length);
      }),
      { numRuns },
    );
    assert.ok(recalled > 0);
  });

  it("is taken as it is while nothing changes, and by nobody afterwards", () => {
    const world = plannedWorld();
    const uri = "file:///w/a.md";
    const engine = world.fromReadings();
    engine.recall((file) => (file === uri ? '[["overdue",0,{"entry":0,"message":"Planted."}]]' : undefined));
    const messages = () => engine.problems(uri).map(({ message }) => message);
    assert.deepEqual(messages(), ["Planted."]);
    engine.apply([{ type: "today", date: "2026-11-23" }]);
    assert.ok(engine.unchecked().includes(uri));
    assert.deepEqual(messages().includes("Planted."), false);
  });

  it("is nothing when it names a rule or an item that is not there", () => {
    const world = plannedWorld();
    const truth = problemsBy(world.fromReadings());
    for (const text of ['[["no-rule",0,{"entry":0,"message":"x"}]]', '[["overdue",99,{"entry":0,"message":"x"}]]']) {
      const engine = world.fromReadings();
      engine.recall(() => text);
      assert.deepEqual(problemsBy(engine), truth);
    }
  });

  it("is kept under a state, which is another one whenever something else could be said", () => {
    let same = 0;
    fc.assert(
      fc.property(steps, step, (before, next) => {
        const world = plannedWorld();
        for (const each of before) take(world, each);
        const first = world.fromReadings();
        take(world, next);
        const second = world.fromReadings();
        const [one, other] = [first.workspace.state(asItIs), second.workspace.state(asItIs)];
        if (one === undefined || JSON.stringify(one) !== JSON.stringify(other)) return;
        same++;
        assert.deepEqual(saidBy(second), saidBy(first));
      }),
      { numRuns },
    );
    assert.ok(same > 0);
  });

  it("has no state where it is not known which text was read", () => {
    const world = plannedWorld();
    assert.equal(world.fromNothing().workspace.state(asItIs), undefined);
    assert.notEqual(world.fromReadings().workspace.state(asItIs), undefined);
  });
});
