import assert from "node:assert/strict";

/**
 * Asserts that four times as much takes clearly less than sixteen times as long, which is what a loop in a loop takes.
 * Counts the processor's time, the best of several tries, so that a busy machine does not matter.
 */
export function checkGrowth(size: number, prepare: (size: number) => () => unknown): void {
  best(prepare(size), 1);
  const small = best(prepare(size), 2);
  const large = best(prepare(4 * size), 2);
  // What is over at once says nothing about growth.
  const ratio = large / Math.max(small, 4);
  assert.ok(ratio < 10, `${small.toFixed(0)} ms, then ${large.toFixed(0)} ms for four times as much`);
}

function best(work: () => unknown, tries: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let left = tries; left > 0; left--) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
