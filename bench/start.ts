import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { type Finished, runToEnd } from "./process.ts";
import { allDiagnostics, type Measured, startServer } from "./server.ts";

/** A start of the server over a whole workspace; milliseconds and MB. */
export interface Start {
  readonly wall: number;
  readonly cpu: number;
  readonly initialized: Measured;
  readonly memory: number;
  readonly peak: number;
}

/** Starts a server over a folder, and ends it as soon as everything has been answered. */
export async function startOver(folder: string, cache: string, today?: string): Promise<Start> {
  const server = await startServer(folder, { cache, ...(today && { initializationOptions: { today } }) });
  await allDiagnostics(server);
  const wall = performance.now() - server.started;
  const { cpu = wall, memory, peak } = server.usage();
  await server.end();
  return { wall, cpu, initialized: server.initialized, memory, peak };
}

/** The floor in a process of its own, as the server is one. */
export function floorOver(folder: string): Promise<Finished> {
  return runToEnd([process.execPath, floorProgram, folder]);
}

/** Reading alone, in a process of its own as well. */
export async function readingOver(folder: string): Promise<Finished> {
  const finished = await runToEnd([process.execPath, readingProgram(), folder]);
  if (!finished.output.includes('"items"')) throw new Error(`Reading ended with ${finished.code}: ${finished.errors}`);
  return finished;
}

function readingProgram(): string {
  const entry = fileURLToPath(new URL("reading.ts", import.meta.url));
  const outfile = fileURLToPath(new URL("../out/bench/reading.cjs", import.meta.url));
  buildSync({ entryPoints: [entry], outfile, bundle: true, minify: true, platform: "node", target: "node20" });
  return outfile;
}

const floorProgram = fileURLToPath(new URL("floor.mjs", import.meta.url));
