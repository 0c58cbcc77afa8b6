import { parts } from "../../bench/parts/all.ts";
import { readResults } from "../../bench/record.ts";
import { table } from "./generated.ts";

/** A section for each part of the benchmark: what it measures, and what was measured last. */
export function performanceSections(): string {
  const results = readResults();
  return parts
    .map(({ name, title, says }) => {
      const kept = results.parts[name];
      const head = `## ${title}\n\n${says}`;
      if (kept === undefined) return `${head}\n\nNot measured yet: \`npm run bench -- ${name} --record\`.`;
      const { date, seed, runs, machine, node, rows } = kept;
      const cells = rows.map(({ what, figure, bar = "", met }) => [
        what,
        figure,
        bar,
        met === undefined ? "" : met ? "yes" : "**no**",
      ]);
      const measured = `Measured ${date} on ${machine}, Node ${node}, seed ${seed}, ${runs === 1 ? "once" : `${runs} times`}: \`npm run bench -- ${name}\`.`;
      return `${head}\n\n${table(["What", "Figure", "Bar", "Met"], cells)}\n\n${measured}`;
    })
    .join("\n\n");
}
