import { setFlagsFromString } from "node:v8";
import type { Host } from "../host.ts";

/**
 * A host under which V8 makes less machine code from when a folder is read for the first time until all of it has been checked.
 * By itself it copies functions into those that call them, on threads of its own, for a third of what a first start takes of
 * the processor: more than that code wins in the seconds that it runs. What is made later, while a person waits, is made in
 * full. In Electron flags may be fixed by now.
 */
export function compilingLittle(host: Host): Host {
  const { scan: begin } = host;
  if (begin === undefined || process.versions.electron !== undefined) return host;
  return {
    ...host,
    scan: (folder, place) => {
      const scan = begin(folder, place);
      if (scan === undefined) return undefined;
      set(little);
      const end: typeof scan.end = (exact) => {
        set(usual);
        return scan.end(exact);
      };
      return { ...scan, end };
    },
  };
}

const little = ["--max-inlined-bytecode-size-cumulative=150", "--no-turbo-loop-peeling"];
/** As V8 has them by itself. */
const usual = ["--max-inlined-bytecode-size-cumulative=920", "--turbo-loop-peeling"];

function set(flags: readonly string[]): void {
  for (const flag of flags) setFlagsFromString(flag);
}
