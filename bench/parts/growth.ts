import { count, time, times } from "../figures.ts";
import { type Growth, growthOfDocument, growthOfPress, growthOfWorkspace } from "../growth.ts";
import type { Part, Row } from "../part.ts";

/** What becomes of it when everything doubles. */
export const growth: Part = {
  name: "growth",
  title: "Growth",
  says: "CPU time at twice the size over CPU time at the size: 2 is linear. What a start over hardly any documents takes is left out.",
  run: async (bench) => {
    const n = bench.sizes.main / 2;
    bench.say("workspaces");
    const workspace = await growthOfWorkspace(bench, n);
    bench.say("documents");
    const document = await growthOfDocument(bench, 200_000);
    bench.say("key presses");
    const press = await growthOfPress(bench, n);
    return [
      row(`cold start, ${count(n)} and ${count(2 * n)} documents`, workspace),
      row("key press in prose, 200 and 400 kB", document),
      row(`key press in a title, ${count(n)} and ${count(2 * n)} documents`, press),
    ];
  },
};

function row(what: string, { single, double, ratio }: Growth): Row {
  return { what, figure: `${times(ratio)} (${time(single)}, ${time(double)})`, bar: "< 2.2 ×", met: ratio < 2.2 };
}
