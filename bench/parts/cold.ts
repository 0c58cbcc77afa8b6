import { type Happening, happenings, startAfter } from "../between-starts.ts";
import { count, median, spread, time, times } from "../figures.ts";
import { referrersOf } from "../generate.ts";
import type { Bench, Part, Row } from "../part.ts";
import type { Finished } from "../process.ts";
import { floorOver, readingOver, type Start, startOver } from "../start.ts";

/** Where the floor is, and how far above it we are. */
export const cold: Part = {
  name: "cold",
  title: "Start",
  says:
    "From the start of the server's process until the diagnostics of the whole workspace are answered, beside the floor: " +
    "a process that reads the same files and hands the block at the top of each to `yaml`, in one thread. They take turns; medians count. " +
    "Reading alone is a process that reads every document as the server does, and throws away what it has read. " +
    "A second start has what the cold one has kept, whatever has happened in between.",
  run: async (bench) => {
    const n = bench.sizes.main;
    const folder = bench.workspace(n);
    const between = happenings(folder, count(referrersOf(n)), count);
    const rounds: Round[] = [];
    for (let round = 0; round < bench.runs; round++) {
      bench.say(`round ${round + 1} of ${bench.runs}, ${count(n)} documents`);
      rounds.push(await roundOver(bench, folder, between));
    }
    return rows(bench, rounds, between);
  },
};

interface Round {
  readonly floor: Finished;
  readonly reading: Finished;
  readonly cold: Start;
  readonly warm: Start;
  readonly after: readonly Start[];
}

async function roundOver(bench: Bench, folder: string, between: readonly Happening[]): Promise<Round> {
  const cache = bench.emptyFolder();
  const floor = await floorOver(folder);
  const reading = await readingOver(folder);
  const cold = await startOver(folder, cache);
  const warm = await startOver(folder, cache);
  const after: Start[] = [];
  for (const one of between) after.push(await startAfter(folder, cache, bench.emptyFolder(), one));
  return { floor, reading, cold, warm, after };
}

function rows({ sizes }: Bench, rounds: readonly Round[], between: readonly Happening[]): readonly Row[] {
  const of = (pick: (round: Round) => number): number => median(rounds.map(pick));
  const shown = (pick: (round: Round) => { readonly wall: number; readonly cpu: number }): string =>
    `${time(of((round) => pick(round).cpu))} of CPU (on the clock ${time(of((round) => pick(round).wall))})`;
  const ratio = (pick: (round: Round) => number, clock: (round: Round) => number, bar: number): Omit<Row, "what"> => ({
    figure: `${times(of(pick))} of CPU (on the clock ${times(of(clock))})`,
    bar: `≤ ${bar.toFixed(1)} ×`,
    met: of(pick) <= bar,
  });
  const overFloor = ratio(
    ({ floor, cold }) => cold.cpu / floor.cpu,
    ({ floor, cold }) => cold.wall / floor.wall,
    1,
  );
  const overCold = ratio(
    ({ cold, warm }) => warm.cpu / cold.cpu,
    ({ cold, warm }) => warm.wall / cold.wall,
    0.3,
  );
  const initialized = spread(rounds.flatMap(({ cold, warm }) => [cold.initialized, warm.initialized]));
  const memory = of(({ cold }) => cold.memory);
  const n = count(sizes.main);
  return [
    { what: `floor: read and \`yaml\`, ${n} documents`, figure: shown(({ floor }) => floor) },
    { what: `cold start to complete diagnostics, ${n} documents`, figure: shown(({ cold }) => cold) },
    { what: "… over the floor", ...overFloor },
    { what: `reading alone, ${n} documents`, figure: shown(({ reading }) => reading) },
    { what: "… over the floor", figure: times(of(({ floor, reading }) => reading.cpu / floor.cpu)) },
    { what: `second start, nothing changed, ${n} documents`, figure: shown(({ warm }) => warm) },
    { what: "… over the cold start", ...overCold },
    ...between.map(({ what }, at) => ({
      what: `second start, ${what}`,
      figure: `${shown(({ after }) => after[at]!)}, ${times(of(({ cold, after }) => after[at]!.cpu / cold.cpu))} the cold start`,
    })),
    {
      what: "start to `initialize` answered",
      figure: initialized.figure,
      bar: "p50 ≤ 200 ms",
      met: initialized.middle <= 200,
    },
    { what: `resident memory after ${n} documents`, figure: `${memory} MB`, bar: "≤ 250 MB", met: memory <= 250 },
    { what: "… at most on the way there", figure: `${of(({ cold }) => cold.peak)} MB` },
  ];
}
