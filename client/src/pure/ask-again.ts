/** A question that three servers have not survived may be what ends them: it is not to take all that may follow. */
const MOST_LOST = 2;
const MOST_TRIES = 40;
const TRY_AGAIN_AFTER_MS = 50;

/**
 * Asks, and where the server ends before it has answered, asks the one that follows it: as long as `goesOn` says, which is
 * looked at after each pause.
 */
export async function askAgain<R>(
  ask: () => Promise<R>,
  goesOn: () => boolean,
  pause: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Promise<R> {
  for (let [left, lost] = [MOST_TRIES, 0]; ; left--) {
    try {
      return await ask();
    } catch (reason) {
      if (isLost(reason)) lost++;
      else if (!isEarly(reason)) throw reason;
      if (left === 0 || lost > MOST_LOST || !goesOn()) throw reason;
      await pause(TRY_AGAIN_AFTER_MS);
      if (!goesOn()) throw reason;
    }
  }
}

/** The library answers in the place of a server that has ended. */
function isLost(reason: unknown): boolean {
  return codeOf(reason) === -32097;
}

/** The library answers in the place of a server that is not there yet. */
function isEarly(reason: unknown): boolean {
  return codeOf(reason) === -32096;
}

function codeOf(reason: unknown): unknown {
  return (reason as { readonly code?: unknown }).code;
}
