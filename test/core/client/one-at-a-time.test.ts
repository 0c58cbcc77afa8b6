import assert from "node:assert/strict";
import { oneAtATime } from "../../../client/src/pure/one-at-a-time.ts";

/** Updates that take as long as is said, on a clock of their own; `log` has what began and what was waited for. */
function updates(tookMs: number, fails = false) {
  const log: string[] = [];
  let time = 0;
  let rested = () => {};
  const soon = oneAtATime(
    async (rows) => {
      log.push(rows === undefined ? "all" : rows.join(" "));
      time += tookMs;
      if (fails) throw new Error("The server has stopped");
    },
    () => log.push("failed"),
    {
      now: () => time,
      wait: (ms) => {
        log.push(`rests ${ms}`);
        return new Promise((resolve) => (rested = resolve));
      },
    },
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { log, soon, settle, rest: () => rested() };
}

describe("updates of the roadmap", () => {
  it("rest after each for twice as long as it took; what comes meanwhile is one update", async () => {
    const { log, soon, settle, rest } = updates(300);
    soon(["a"]);
    await settle();
    soon(["b"]);
    soon(["c", "d"]);
    await settle();
    assert.deepEqual(log, ["a", "rests 600"]);
    rest();
    await settle();
    assert.deepEqual(log, ["a", "rests 600", "b c d", "rests 600"]);
  });

  it("look through everything when that is among what waits, in any order", async () => {
    const { log, soon, settle } = updates(0);
    soon(["a"]);
    soon(undefined);
    soon(["b"]);
    await settle();
    assert.deepEqual(log, ["all", "rests 0"]);
  });

  it("rest two seconds at most", async () => {
    const { log, soon, settle } = updates(60_000);
    soon(["a"]);
    await settle();
    assert.deepEqual(log, ["a", "rests 2000"]);
  });

  it("go on after one that has failed", async () => {
    const { log, soon, settle } = updates(300, true);
    soon(["a"]);
    await settle();
    soon(["b"]);
    await settle();
    assert.deepEqual(log, ["a", "failed", "b", "failed"]);
  });
});
