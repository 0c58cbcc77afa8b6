import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { uriOfPath } from "../server/src/main/node-host.ts";
import { median } from "./figures.ts";
import { documentOfSize } from "./generate.ts";
import type { Bench } from "./part.ts";
import { allDiagnostics, startServer } from "./server.ts";
import { floorOver, startOver } from "./start.ts";
import { placesIn, pressAll } from "./typing.ts";

/** How the CPU time of something grows when its size doubles: 2 is as the size does. */
export interface Growth {
  readonly single: number;
  readonly double: number;
  readonly ratio: number;
}

export interface WorkspaceGrowth extends Growth {
  /** CPU time of a cold start over that of the floor, at twice `n`. */
  readonly overFloor: number;
}

/** A cold start over `n` and over twice `n` documents, without what it takes to start over hardly any. */
export async function growthOfWorkspace(bench: Bench, n: number): Promise<WorkspaceGrowth> {
  const few: number[] = [];
  const singles: number[] = [];
  const doubles: number[] = [];
  const floors: number[] = [];
  const used = async (size: number) => (await startOver(bench.workspace(size), bench.emptyFolder())).cpu;
  for (let round = 0; round < bench.runs; round++) {
    few.push(await used(hardlyAny));
    singles.push(await used(n));
    doubles.push(await used(2 * n));
    floors.push((await floorOver(bench.workspace(2 * n))).cpu);
  }
  const start = median(few);
  const growth = growthOf(median(singles) - start, median(doubles) - start);
  return { ...growth, overFloor: median(doubles) / median(floors) };
}

const hardlyAny = 30;

/** A key press in prose, in a document of `size` characters and in one twice as long. */
export async function growthOfDocument(bench: Bench, size: number): Promise<Growth> {
  const folder = bench.workspace(hardlyAny);
  return growthOf(await pressIn(bench, folder, hardlyAny, size), await pressIn(bench, folder, hardlyAny, 2 * size));
}

/** A key press in a title, in a workspace of `n` documents and in one of twice as many. */
export async function growthOfPress(bench: Bench, n: number): Promise<Growth> {
  const used = (size: number) => pressIn(bench, bench.workspace(size), size, 12_000, "in the title");
  return growthOf(await used(n), await used(2 * n));
}

function growthOf(single: number, double: number): Growth {
  return { single, double, ratio: double / single };
}

/** The CPU time of a key press, in milliseconds: the middle one of many. */
async function pressIn(bench: Bench, folder: string, n: number, size: number, where = "in prose"): Promise<number> {
  const path = join(folder, "typed.md");
  const text = documentOfSize(bench.seed, n, size);
  writeFileSync(path, text);
  const server = await startServer(folder, { cache: bench.emptyFolder() });
  try {
    const uri = uriOfPath(path);
    server.open(uri, text);
    await allDiagnostics(server);
    await server.quiet();
    const { line } = placesIn(text).find((place) => place.where === where)!;
    const measured = await pressAll(server, uri, line, 60);
    return median(measured.map(({ wall, cpu = wall }) => cpu));
  } finally {
    await server.end();
    rmSync(path);
  }
}
