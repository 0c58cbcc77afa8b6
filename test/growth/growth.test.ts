import assert from "node:assert/strict";
import { growthOfDocument, growthOfPress, growthOfWorkspace } from "../../bench/growth.ts";
import { newBench, usualSeed } from "../../bench/new-bench.ts";
import { quick } from "../../bench/part.ts";

/**
 * Ratios of CPU times that are measured side by side, never times: a slow or a busy machine changes both. Linear is 2; the
 * bars leave something for chance. What is quadratic is at 4.
 */
const bars = { workspace: 2.3, document: 2.5, press: 1.6, overFloor: 3.9 };

const n = 500;

describe("when everything doubles", function () {
  // Chance on a busy machine does not come three times; growth does.
  this.retries(2);
  const bench = newBench({ sizes: quick, seed: usualSeed, runs: 3, say: () => {} });

  it("a cold start takes twice as long, and stays near the floor", async () => {
    const { ratio, overFloor, single, double } = await growthOfWorkspace(bench, n);
    const shown = `${single.toFixed()} ms, then ${double.toFixed()} ms; ${overFloor.toFixed(2)} × the floor`;
    assert.ok(ratio < bars.workspace, `grew ${ratio.toFixed(2)} ×: ${shown}`);
    assert.ok(overFloor < bars.overFloor, shown);
  });

  it("a key press in a document twice as long takes at most twice as long", async () => {
    const { ratio, single, double } = await growthOfDocument(bench, 100_000);
    assert.ok(
      ratio < bars.document,
      `grew ${ratio.toFixed(2)} ×: ${single.toFixed(1)} ms, then ${double.toFixed(1)} ms`,
    );
  });

  it("a key press in a title does not take longer because there are more documents", async () => {
    const { ratio, single, double } = await growthOfPress(bench, n);
    assert.ok(ratio < bars.press, `grew ${ratio.toFixed(2)} ×: ${single.toFixed(1)} ms, then ${double.toFixed(1)} ms`);
  });
});
