import { randomUUID } from "node:crypto";
import { dirname } from "node:path";
import type { Memo } from "../host.ts";
import { turns } from "../lsp/later.ts";
import { nameOf } from "./name-of.ts";
import { type Disk, openReadings, ReadingsWriter } from "./readings-file.ts";
import { draftEnding } from "./readings-place.ts";

/** A memo in a file of its own. */
export function findingsMemo(file: string, version: string, disk: Disk): Memo {
  return {
    nameOf,
    recall() {
      const known = openReadings(file, version, disk);
      return known.names.size === 0 ? undefined : (name) => known.packed(name);
    },
    async keep(steps, isStill) {
      let writer: ReadingsWriter | undefined;
      const pausing = turns(slice);
      try {
        let step = steps.next();
        for (; step.done !== true; step = steps.next()) {
          const pause = pausing();
          if (pause !== undefined) await pause;
        }
        const parts = step.value;
        if (parts === undefined) return undefined;
        writer = new ReadingsWriter(file, `${file}.${randomUUID()}${draftEnding}`, version, disk);
        for (const [name, packed] of parts) {
          writer.add(name, { by: "", stamp: undefined, hash: "" }, packed);
          const pause = pausing();
          if (pause !== undefined) await pause;
        }
        for (const _ of writer.finish()) {
          const pause = pausing();
          if (pause !== undefined) await pause;
          if (isStill()) continue;
          writer.abandon();
          return undefined;
        }
      } catch (reason) {
        writer?.abandon();
        return `What was found could not be kept in ${dirname(file)}: ${String(reason)}`;
      }
      return undefined;
    },
  };
}

/** Milliseconds of work before others get a turn. */
const slice = 3;
