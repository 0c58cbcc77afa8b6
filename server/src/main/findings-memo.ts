import { randomUUID } from "node:crypto";
import { dirname } from "node:path";
import type { Memo } from "../host.ts";
import { turns } from "../lsp/later.ts";
import { nameOf } from "./name-of.ts";
import { type Disk, openReadings, ReadingsWriter } from "./readings-file.ts";
import { draftEnding } from "./readings-place.ts";

/** A memo in a file of its own: what is kept in it is of a version that names the state too. */
export function findingsMemo(file: string, program: string, disk: Disk): Memo {
  const versionOf = (state: readonly string[]): string => `${program} ${nameOf(JSON.stringify(state))}`;
  return {
    nameOf,
    recall(state) {
      const known = openReadings(file, versionOf(state), disk);
      return known.names.size === 0 ? undefined : (uri) => known.packed(uri)?.text;
    },
    async keep(state, texts, isStill) {
      let writer: ReadingsWriter | undefined;
      const pausing = turns(slice);
      try {
        writer = new ReadingsWriter(file, `${file}.${randomUUID()}${draftEnding}`, versionOf(state), disk);
        for (const [uri, text] of texts) {
          writer.add(uri, { by: "", stamp: undefined, hash: "" }, { bytes: nothing, text });
          const pause = pausing();
          if (pause !== undefined) await pause;
        }
        if (isStill()) writer.finish();
        else writer.abandon();
      } catch (reason) {
        writer?.abandon();
        return `What was found could not be kept in ${dirname(file)}: ${String(reason)}`;
      }
      return undefined;
    },
  };
}

const nothing = new Uint8Array();

/** Milliseconds of work before others get a turn. */
const slice = 3;
