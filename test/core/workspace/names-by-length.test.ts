import assert from "node:assert/strict";
import fc from "fast-check";
import { NamesByLength } from "../../../server/src/workspace/names-by-length.ts";

describe("names in order, by their length", () => {
  it("are all that are there, whatever comes, goes and is asked while they are put in order", () => {
    const moment = fc.record({
      steps: fc.nat(12),
      name: fc.nat(700).map(nameOf),
      isThere: fc.boolean(),
      asks: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 12 }), (moments) => {
        const names = new NamesByLength();
        const there = new Set(Array.from({ length: 600 }, (_, at) => nameOf((at * 7) % 600)));
        for (const name of there) names.move(name);
        const arranging = names.arrange((name) => there.has(name));
        for (const { steps, name, isThere, asks } of moments) {
          for (let step = 0; step < steps; step++) arranging.next();
          if (isThere) there.add(name);
          else there.delete(name);
          names.move(name);
          if (asks) assert.deepEqual(asked(names, there), [...there].sort());
        }
        for (const _ of arranging);
        assert.deepEqual(asked(names, there), [...there].sort());
      }),
    );
  });
});

function nameOf(number: number): string {
  return `feat-${1000 + number}`;
}

function asked(names: NamesByLength, there: ReadonlySet<string>): readonly string[] {
  return [...names.of(nameOf(0).length, (name) => there.has(name))];
}
