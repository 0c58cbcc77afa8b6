import { setFlagsFromString } from "node:v8";
import type { Host } from "../host.ts";
import { scanningHostFor } from "./scanning-host.ts";

/**
 * The disk for a process that ends soon, where few files are listed. Node 20 makes machine code of whatever has run for a
 * little while: a run over a thousand documents is over before it has earned that back, and four tenths of its work went
 * there. So code has to run sixteen times as long first, and less of what it calls is made anew with it. Newer ones are as
 * patient by themselves, and have no such flag.
 */
export function shortRunHost(program: string): Host {
  let soonDone: number | undefined;
  const host = scanningHostFor([program], () => soonDone);
  return {
    ...host,
    async list(folder, names, except) {
      const listing = await host.list(folder, names, except);
      const { length } = listing.files;
      soonDone = length <= few ? length : undefined;
      if (length <= few && isEager) for (const flag of patient) setFlagsFromString(flag);
      return listing;
    },
  };
}

/** Files. A run over 4,000 takes a tenth less for it, one over 10,000 a tenth more. */
const few = 4_000;

const isEager = process.versions.v8.startsWith("11.");

/** In bytes of bytecode: what has to run first, where Node 20 waits for 66 kB, and what is taken in of what it calls. */
const patient = [`--interrupt-budget=${16 * 66 * 1024}`, "--max-inlined-bytecode-size-cumulative=100"];
