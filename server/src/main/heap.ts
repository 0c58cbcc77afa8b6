import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/**
 * Has V8 hold less of what nobody needs any more. On a large machine it would collect garbage only once there is up to four
 * times as much as was left the last time; at twice as much a first start takes no longer. And the room for what has just
 * been made would grow to 32 MB, half of them always empty, where 8 MB are as quick. Both are flags of a program, but
 * editors start this one without any. In Electron flags may be fixed by now: there the client says what it can.
 */
export function keepHeapSmall(): void {
  if (process.versions.electron !== undefined) return;
  setFlagsFromString("--heap-growing-percent=100");
  // To wake other threads for so little takes more than to do it at once.
  setFlagsFromString("--no-parallel-scavenge");
  let factor = usual;
  let isAtRest = false;
  const rest = setTimeout(() => become(true), REST_AFTER_MS).unref();
  // V8 asks by how much whenever the room might grow. Where it has made it smaller, as it does at rest, it may grow again.
  new PerformanceObserver(() => {
    if (isAtRest) become(false);
    rest.refresh();
    const room = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
    const wanted = (room?.space_size ?? 0) < enough ? usual : asItIs;
    if (wanted !== factor) setFlagsFromString(`--semi-space-growth-factor=${wanted}`);
    factor = wanted;
  }).observe({ entryTypes: ["gc"] });

  /**
   * What work has left behind V8 collects at rest. But newer ones take a program that makes nothing any more for one that
   * makes much, as they last saw it do, and wait for ever. Told that room matters, they do not.
   */
  function become(next: boolean): void {
    isAtRest = next;
    setFlagsFromString(next ? "--optimize-for-size" : "--no-optimize-for-size");
  }
}

/** For so long nothing has been made of which garbage would come. */
const REST_AFTER_MS = 4000;

/** By how much the room grows at once. */
const usual = 2;
const asItIs = 1;

/** Bytes: a little less than both halves of 4 MB together. */
const enough = 7_500_000;
