import assert from "node:assert/strict";
import { readPattern } from "../../pattern-steps.ts";
import { patternsIn } from "../../patterns.ts";

/** Patterns that would be slow over a long text, and what keeps theirs short. */
const bounded: ReadonlyMap<string, string> = new Map([
  ["\\d(?=(?:\\d{3})+$)", "the digits of a number, which are 21 at most"],
]);

describe("a regular expression over what people write", () => {
  it("is excused only where it is there", () => {
    const all = new Set(patternsIn("server/src").map(({ source }) => source));
    for (const [source, reason] of bounded) assert.ok(all.has(source), `/${source}/ is gone: ${reason}`);
  });

  it("is counted as engines work", () => {
    const steps = (source: string, text: string) => readPattern(source, "").steps(text, 1_000_000);
    assert.ok(steps("^(a+)+$", `${"a".repeat(18)}!`) > 100_000, "exponential");
    assert.ok(steps("\\s+$", `${" ".repeat(400)}x`) > 80_000, "quadratic");
    assert.ok(steps("^\\s+", `${" ".repeat(400)}x`) < 2_000, "linear");
    assert.deepEqual(readPattern("x: (\\d+)", "").repetitions, [{ before: "x: ", takes: ["0"] }]);
  });

  for (const { path, source, flags } of patternsIn("server/src")) {
    if (bounded.has(source)) continue;
    it(`takes time as the text grows, and no more: ${path} /${source}/${flags}`, () => {
      const slow = slowText(source, flags);
      assert.equal(slow, undefined, `looks ever longer at each sign of ${JSON.stringify(slow)} …`);
    });
  }
});

/** A text at each sign of which the pattern looks the longer the longer the text is. */
function slowText(source: string, flags: string): string | undefined {
  const pattern = readPattern(source, flags);
  for (const { before, takes } of pattern.repetitions) {
    for (const pump of pumps(takes)) {
      for (const end of ["\u0001", `${before}\u0001`]) {
        const text = (length: number) => before + pump.repeat(length / pump.length) + end;
        const short = pattern.steps(text(small), limit);
        if (short < 20 * small) continue;
        const long = pattern.steps(text(2 * small), 4 * limit);
        if (long > 3 * short) return text(12);
      }
    }
  }
  return undefined;
}

const small = 120;
const limit = 400_000;

function pumps(takes: readonly string[]): readonly string[] {
  const few = takes.slice(0, 8);
  return [...few, ...few.flatMap((a) => few.filter((b) => b !== a).map((b) => a + b))].slice(0, 40);
}
