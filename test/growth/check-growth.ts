import assert from "node:assert/strict";

/**
 * Asserts that four times as much takes clearly less than sixteen times as long, which is what a loop in a loop takes.
 * Counts the processor's time, the best of several tries, so that a busy machine does not matter; where that looks too
 * long, it may have been chance, and both are measured again.
 */
export function checkGrowth(size: number, prepare: (size: number) => () => unknown): void {
  const [once, more] = [prepare(size), prepare(4 * size)];
  best(once, 1);
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds; round++) {
    small = Math.min(small, best(once, 2));
    large = Math.min(large, best(more, 2));
    // What is over at once says nothing about growth.
    if (large / Math.max(small, 4) < 10) return;
  }
  assert.fail(`${small.toFixed(0)} ms, then ${large.toFixed(0)} ms for four times as much`);
}

const rounds = 4;

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
