// Loaded into a program that is watched: makes garbage of both kinds for a while, a little in each turn as the server does,
// then says how much room there was for what had just been made and how much was held at most, in bytes, and ends.
const { getHeapSpaceStatistics, getHeapStatistics } = require("node:v8");
const { writeSync } = require("node:fs");

const most = { young: 0, held: 0 };
const steps = [
  // What lives for a while: the room for what has just been made is worth growing.
  { times: 1_500, step: (at, lately) => { for (let n = 0; n < 2_000; n++) lately[(at * 2_000 + n) % 40_000] = { n: [n] }; } },
  // What lived for long and goes: 40 MB are held, and the rest is garbage.
  { times: 2_500, step: (at, held) => { held[at % 250] = new Array(20_000).fill(at); } },
];

function turn(kind, at, kept) {
  const { times, step } = steps[kind];
  step(at, kept);
  const { space_size } = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
  most.young = Math.max(most.young, space_size);
  most.held = Math.max(most.held, getHeapStatistics().used_heap_size);
  if (at + 1 < times) setImmediate(turn, kind, at + 1, kept);
  else if (kind + 1 < steps.length) setImmediate(turn, kind + 1, 0, []);
  else {
    writeSync(2, JSON.stringify(most));
    process.exit(0);
  }
}

// The program itself is loaded first.
setTimeout(turn, 200, 0, 0, []);
