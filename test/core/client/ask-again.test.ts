import assert from "node:assert/strict";
import { askAgain } from "../../../client/src/pure/ask-again.ts";

const LOST = -32097;
const EARLY = -32096;
const INVALID = -32602;

/** Asks servers of which each fails with one of these codes, the one after them answers; how often it asked and what for. */
async function asked(codes: readonly number[], goesOn = (_pauses: number) => true) {
  const left = [...codes];
  let [times, pauses] = [0, 0];
  const ask = async () => {
    times++;
    const code = left.shift();
    if (code !== undefined) throw Object.assign(new Error(`${code}`), { code });
    return "an answer";
  };
  const answer = await askAgain(
    ask,
    () => goesOn(pauses),
    async () => void pauses++,
  ).catch((reason: Error) => reason.message);
  return { answer, times };
}

const times = (count: number, code: number) => Array.from({ length: count }, () => code);

describe("a question to a server that ends", () => {
  it("is asked of the next one, and of the one after that", async () => {
    assert.deepEqual(await asked([LOST]), { answer: "an answer", times: 2 });
    assert.deepEqual(await asked([LOST, LOST]), { answer: "an answer", times: 3 });
  });

  it("is not asked a fourth time when three servers have not survived it", async () => {
    assert.deepEqual(await asked(times(3, LOST)), { answer: `${LOST}`, times: 3 });
  });

  it("waits for the next one, and takes no pause for an end", async () => {
    const waiting = times(15, EARLY);
    assert.deepEqual(await asked([LOST, ...waiting, LOST, ...waiting]), { answer: "an answer", times: 33 });
  });

  it("does not wait for one that never comes", async () => {
    assert.deepEqual(await asked(times(1000, EARLY)), { answer: `${EARLY}`, times: 41 });
  });

  it("is not asked again when there was an answer, if only that it cannot be answered", async () => {
    assert.deepEqual(await asked([INVALID]), { answer: `${INVALID}`, times: 1 });
    assert.deepEqual(await asked([LOST, INVALID]), { answer: `${INVALID}`, times: 2 });
  });

  it("is not asked again when nobody wants to know any more, or no server is to follow", async () => {
    assert.deepEqual(await asked([LOST], () => false), { answer: `${LOST}`, times: 1 });
    const untilFirstPause = (pauses: number) => pauses === 0;
    assert.deepEqual(await asked([LOST], untilFirstPause), { answer: `${LOST}`, times: 1 });
  });
});
