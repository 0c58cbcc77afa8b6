import { groupings } from "../../server/src/roadmap/all.ts";
import { count, median, spread, time } from "../figures.ts";
import type { Bench, Part, Row } from "../part.ts";
import type { Measured } from "../server.ts";
import { type World, withWorld } from "../world.ts";

/** What stands between opening the roadmap and seeing it. */
export const roadmap: Part = {
  name: "roadmap",
  title: "Roadmap",
  says:
    "The rows that the tree shows first, in each grouping, after a title was changed; and the picture of the roadmap made " +
    "for the first time, when nothing has been asked before.",
  run: (bench) => withWorld(bench, bench.sizes.main, (world) => paint(bench, world)),
};

/** Each grouping, and the longest way: by a field of links and one of words, sorted by a score, narrowed by a query. */
const looks = [
  ...groupings.map(({ id }) => ({ name: `by ${id}`, params: { by: id } })),
  {
    name: "by audience, sorted and filtered",
    params: { by: "audience", sort: "rice", filter: "timeframe<=next-year -status:dropped" },
  },
  {
    name: "by priority, sorted and filtered",
    params: { by: "priority", sort: "rice", filter: "goal:GOAL-1 no:problem" },
  },
] as const;

async function paint(bench: Bench, world: World): Promise<readonly Row[]> {
  const n = count(bench.sizes.main);
  const rows: Row[] = [];
  for (const { name, params } of looks) {
    const ask = () => world.server.request("throughline/roadmap/children", params);
    // What the pause after the last change starts is over, so that it does not count as ours.
    await world.server.quiet();
    const first = await world.server.measure(ask);
    const again: Measured[] = [];
    for (let turn = 0; turn < 2 * bench.runs; turn++) {
      // In prose and in the title: the second one changes the plan.
      await world.type();
      await world.type();
      again.push(await world.server.measure(ask));
    }
    const afterEdit = median(again.map(used));
    rows.push(
      {
        what: `${name}, first, ${n} documents`,
        figure: spread([first]).figure,
        bar: "≤ 50 ms",
        met: used(first) <= 50,
      },
      { what: `${name}, after an edit`, figure: time(afterEdit), bar: "≤ 50 ms", met: afterEdit <= 50 },
    );
  }
  return rows;
}

function used({ wall, cpu = wall }: Measured): number {
  return cpu;
}
