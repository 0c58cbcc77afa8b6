/** What is to be updated: these rows, or everything. */
type Wanted = readonly string[] | undefined;

/** A clock in milliseconds, and how to wait for it. */
export interface Clock {
  now(): number;
  wait(ms: number): Promise<void>;
}

const clock: Clock = {
  now: Date.now,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

const MOST_REST_MS = 2000;

/**
 * Runs one update after the other; those that wait become one. After each it rests for twice as long as that took: thousands of
 * files of another branch come in many portions, and a large plan is not to be looked through for each of them.
 */
export function oneAtATime(
  update: (rows: Wanted) => Promise<void>,
  failed: () => void,
  { now, wait } = clock,
): (rows: Wanted) => void {
  let running = Promise.resolve();
  let waiting: { rows: Wanted } | undefined;
  return (rows) => {
    if (waiting !== undefined) {
      waiting.rows = waiting.rows && rows && [...waiting.rows, ...rows];
      return;
    }
    waiting = { rows };
    running = running
      .then(async () => {
        const wanted = waiting?.rows;
        waiting = undefined;
        const began = now();
        await update(wanted);
        await wait(Math.min(MOST_REST_MS, 2 * (now() - began)));
      })
      .catch(failed);
  };
}
