import assert from "node:assert/strict";
import fc from "fast-check";
import { random } from "../judge/spoil.ts";
import { plannedWorld } from "../random-steps.ts";
import { problemsBy, saidBy } from "../world.ts";
import { checkFixes, checkPlaces, checkRequests, checkSync } from "./checks.ts";
import { type FuzzStep, fuzzStep, takeFuzz, textAt } from "./steps.ts";

/** Hears of every step that was taken, and of how long the engine was busy with it, in milliseconds. */
export type Heard = (step: FuzzStep, time: number) => void;

/**
 * A workspace in which anything may happen. After each step: nothing has thrown, all places lie in their texts, and the
 * files whose problems differ were named. Now and then, and at the end: it says what one says that was made from nothing.
 */
export function anythingHappens(texts: readonly string[], longest: number, heard: Heard = () => {}) {
  return fc.property(fc.array(fuzzStep, { minLength: 2, maxLength: longest, size: "max" }), (steps) => {
    const world = plannedWorld();
    let before = problemsBy(world.engine);
    const named = new Set<string>();
    for (const [at, next] of steps.entries()) {
      const uri = "uri" in next ? next.uri : undefined;
      const written = uri === undefined ? "" : textAt(world, uri);
      const start = performance.now();
      for (const file of takeFuzz(world, next, texts)) named.add(file);
      if (uri !== undefined) world.engine.problems(uri);
      heard(next, performance.now() - start);
      if (at % 3 === 0) {
        const after = problemsBy(world.engine);
        for (const file of new Set([...Object.keys(before), ...Object.keys(after)]))
          if (!named.has(file)) assert.deepEqual(after[file], before[file], `${file} is named as changed`);
        before = after;
        named.clear();
      }
      if (uri !== undefined) {
        checkPlaces(world, uri);
        if (at % 4 === 0) checkFixes(world, uri);
        if (at % 4 === 1) checkSync(written, textAt(world, uri), uri);
        if (at % 8 === 2) checkRequests(world, uri, random(at));
      }
      if (at % 25 === 24 || at === steps.length - 1) {
        assert.deepEqual(saidBy(world.engine), saidBy(world.fromNothing()), "patched and made anew say the same");
        assert.deepEqual(world.engine.unchecked(), [], "nothing is left to be checked");
      }
    }
  });
}
