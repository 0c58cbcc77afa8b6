import { setFlagsFromString } from "node:v8";
import type { Host } from "../host.ts";

/**
 * For a process that ends soon. Node 20 makes machine code of whatever has run for a little while: a run over a thousand
 * documents is over before it has earned that back, and four tenths of its work went there. Where few files are listed, code
 * has to run sixteen times as long first. Newer ones are as patient by themselves, and have no such flag.
 */
export function forShortRun(host: Host): Host {
  if (!process.versions.v8.startsWith("11.")) return host;
  return {
    ...host,
    async list(folder, names, except) {
      const listing = await host.list(folder, names, except);
      setFlagsFromString(`--interrupt-budget=${listing.files.length > few ? usual : rarely}`);
      return listing;
    },
  };
}

/** Files. A run over 4,000 takes a tenth less for it, one over 10,000 a tenth more. */
const few = 4_000;

/** In bytes of bytecode that run: what Node 20 waits for by itself, and what a short run does. */
const usual = 66 * 1024;
const rarely = 16 * usual;
