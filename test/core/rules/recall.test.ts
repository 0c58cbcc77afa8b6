import assert from "node:assert/strict";
import fc from "fast-check";
import { packSpec } from "../../../server/src/model/pack-spec.ts";
import { readSpec } from "../../../server/src/model/read-spec.ts";
import { unpackSpec } from "../../../server/src/model/unpack-spec.ts";
import type { Engine } from "../../../server/src/rules/engine.ts";
import { type Parts, record, resume as resuming } from "../../../server/src/rules/resume.ts";
import type { WhatWasRead } from "../../../server/src/workspace/way.ts";
import { plannedWorld, step, take } from "../../random-steps.ts";
import { named, problemsBy, saidBy } from "../../world.ts";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 30);

/** A text can be told from its name here. */
const wasRead: WhatWasRead = (uri, { project, path }, name) =>
  unpackSpec(packSpec(readSpec({ uri, text: name.slice(named("").length) }, path, project.config)));

function resume(engine: Engine, kept: Parts): number | undefined {
  return toEnd(resuming(engine, kept, named, wasRead));
}

function toEnd<T>(steps: Iterator<void, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** What is kept of an engine in which everything has been checked. */
function keptOf(engine: Engine): Parts | undefined {
  problemsBy(engine);
  const parts = toEnd(record(engine, named));
  const kept = new Map(parts);
  return parts && ((name) => kept.get(name));
}

const stateOf = (engine: Engine): string => JSON.stringify(engine.state(named)?.toSorted());

describe("what was found at an earlier start", () => {
  const steps = fc.array(step, { maxLength: 12 });
  const fewSteps = fc.array(step, { maxLength: 4 });

  it("is the same as what is found now, whatever has happened between the starts and happens after them", () => {
    let resumed = 0;
    let spared = 0;
    let differed = 0;
    fc.assert(
      fc.property(steps, fewSteps, fewSteps, (before, between, after) => {
        const world = plannedWorld();
        for (const next of before) take(world, next);
        const kept = keptOf(world.fromReadings());
        assert.ok(kept);
        for (const next of between) take(world, next);
        world.engine = world.fromReadings();
        const differ = resume(world.engine, kept);
        if (differ !== undefined) {
          resumed++;
          if (differ > 0) differed++;
          spared += world.engine.workspace.files().length - world.engine.unchecked().length;
        }
        assert.deepEqual(saidBy(world.engine), saidBy(world.fromNothing()));
        for (const next of after) {
          take(world, next);
          assert.deepEqual(saidBy(world.engine), saidBy(world.fromNothing()));
        }
      }),
      { numRuns },
    );
    assert.ok(resumed > numRuns / 3, `resumed ${resumed}`);
    assert.ok(differed > numRuns / 5, `differed ${differed}`);
    assert.ok(spared > 0);
  });

  it("is the same when only some of it was asked for before something changes", () => {
    fc.assert(
      fc.property(steps, fc.array(step, { minLength: 1, maxLength: 6 }), fc.nat(6), (before, after, asked) => {
        const world = plannedWorld();
        for (const next of before) take(world, next);
        const kept = keptOf(world.fromReadings())!;
        world.engine = world.fromReadings();
        assert.equal(resume(world.engine, kept), 0);
        for (const project of asked % 2 === 0 ? world.engine.workspace.projects() : []) for (const _ of project.link());
        for (const uri of world.engine.reportable().slice(0, asked)) world.engine.problems(uri);
        for (const next of after) take(world, next);
        assert.deepEqual(saidBy(world.engine), saidBy(world.fromNothing()));
      }),
      { numRuns },
    );
  });

  it("is kept again as it was kept first, and as what is found anew", () => {
    fc.assert(
      fc.property(steps, fewSteps, (before, between) => {
        const world = plannedWorld();
        for (const next of before) take(world, next);
        const kept = keptOf(world.fromReadings())!;
        for (const next of between) take(world, next);
        const second = world.fromReadings();
        resume(second, kept);
        const again = keptOf(second)!;
        const third = world.fromReadings();
        assert.equal(resume(third, again), 0);
        assert.equal(third.unchecked().length, 0);
        assert.deepEqual(saidBy(third), saidBy(world.fromNothing()));
      }),
      { numRuns },
    );
  });

  it("is taken as it is while nothing changes, and looked for again where it rests on something that does", () => {
    const world = plannedWorld();
    const uri = "file:///w/a.md";
    const engine = world.fromReadings();
    const planted = '[["overdue",0,{"entry":0,"message":"Planted."}]]';
    engine.recall((file) => (file === uri ? planted : undefined));
    const messages = () => engine.problems(uri).map(({ message }) => message);
    assert.deepEqual(messages(), ["Planted."]);
    engine.apply([{ type: "today", date: "2026-11-23" }]);
    assert.ok(engine.unchecked().includes(uri));
    assert.deepEqual(messages().includes("Planted."), false);
  });

  it("is looked for again in those files alone that are others, or look at others that are", () => {
    const world = plannedWorld();
    const kept = keptOf(world.fromReadings())!;
    const engineAfter = (uri: string, from: string, to: string): Engine => {
      const before = world.disk.get(uri)!;
      assert.ok(before.includes(from));
      world.disk.set(uri, before.replace(from, to));
      const engine = world.fromReadings();
      world.disk.set(uri, before);
      assert.equal(resume(engine, kept), 1);
      return engine;
    };
    const dueAfter = (uri: string, from: string, to: string) =>
      engineAfter(uri, from, to)
        .unchecked()
        .map((due) => due.replace("file:///w/", ""))
        .sort();
    assert.deepEqual(dueAfter("file:///w/b.md", "It needs", "It wants"), ["b.md"]);
    assert.deepEqual(dueAfter("file:///w/specs/README.md", "title: Conversion", "title: Conversions"), [
      "a.md",
      "b.md",
      "specs/README.md",
      "specs/c.md",
    ]);
  });

  it("holds on the next day, but where a day that somebody asked about is over", () => {
    const world = plannedWorld();
    const kept = keptOf(world.fromReadings())!;
    const dueOn = (today: string) => {
      world.today = today;
      const engine = world.fromReadings();
      assert.equal(resume(engine, kept), 1);
      const due = engine.unchecked().map((uri) => uri.replace("file:///w/", ""));
      assert.deepEqual(saidBy(engine), saidBy(world.fromNothing()));
      return due.sort();
    };
    assert.deepEqual(dueOn("2026-11-23"), []);
    assert.deepEqual(dueOn("2026-11-21"), []);
    // The goal's time is over, and with it that of what was to help to reach it.
    assert.deepEqual(dueOn("2026-12-31"), []);
    assert.deepEqual(dueOn("2027-01-01"), ["a.md", "specs/c.md"]);
  });

  it("is not kept where something changes while it is put together", () => {
    const world = plannedWorld();
    const engine = world.fromReadings();
    problemsBy(engine);
    const steps = record(engine, named);
    assert.equal(steps.next().done, false);
    engine.apply([{ type: "today", date: "2026-11-23" }]);
    problemsBy(engine);
    assert.equal(toEnd(steps), undefined);
    assert.notEqual(toEnd(record(engine, named)), undefined);
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

  it("is nothing for another configuration, and for other levels on the command line", () => {
    const world = plannedWorld();
    const kept = keptOf(world.fromReadings())!;
    take(world, { type: "disk", uri: "file:///w/throughline.yaml", text: "rules: { missing-kpi: error }" });
    assert.equal(resume(world.fromReadings(), kept), undefined);
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
        if (first.state(named) === undefined || stateOf(first) !== stateOf(second)) return;
        same++;
        assert.deepEqual(saidBy(second), saidBy(first));
      }),
      { numRuns },
    );
    assert.ok(same > 0);
  });

  it("has no state where it is not known which text was read", () => {
    const world = plannedWorld();
    assert.equal(world.fromNothing().state(named), undefined);
    assert.notEqual(world.fromReadings().state(named), undefined);
  });
});
