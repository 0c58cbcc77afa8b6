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
        for (const name of there) names.move(name, true);
        const arranging = names.arrange((name) => there.has(name));
        for (const { steps, name, isThere, asks } of moments) {
          for (let step = 0; step < steps; step++) arranging.next();
          if (isThere) there.add(name);
          else there.delete(name);
          names.move(name, isThere);
          if (asks) assert.deepEqual(asked(names, there), [...there].sort());
        }
        for (const _ of arranging);
        assert.deepEqual(asked(names, there), [...there].sort());
      }),
    );
  });

  it("forget what came and went before anybody asked: titles that are being written are in nobody's way", () => {
    const names = new NamesByLength();
    names.move("kept", true);
    for (let at = 1000; at < 5000; at++) for (const isThere of [true, false]) names.move(String(at), isThere);
    let looked = 0;
    const isThere = (name: string): boolean => {
      looked++;
      return name === "kept";
    };
    assert.deepEqual(names.of(4, isThere), ["kept"]);
    assert.equal(looked, 1);
  });
});

function nameOf(number: number): string {
  return `feat-${1000 + number}`;
}

function asked(names: NamesByLength, there: ReadonlySet<string>): readonly string[] {
  return [...names.of(nameOf(0).length, (name) => there.has(name))];
}
