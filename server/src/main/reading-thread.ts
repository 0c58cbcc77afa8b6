import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import type { ToRead } from "../host.ts";
import type { ReadingConfig } from "../model/config.ts";
import { type FileRead, lookAt, readPacked, roomForOne } from "./read-file.ts";

/** Files to read, all with one configuration: it is sent only where it is not the one of the order before. */
export interface Order {
  readonly config: ReadingConfig | undefined;
  readonly files: readonly Pick<ToRead, "uri" | "path">[];
}

/** What was read of an order's files, in their order; undefined for what could not be read. */
export type Delivery = readonly (FileRead | undefined)[];

/** A thread is handed this when it starts: it runs the same program as the others and is there for something else. */
export const readsFiles = "reads files";

/** Where orders come in, on a thread that is there to read; undefined on any other. */
export function portForReading(): MessagePort | undefined {
  return workerData === readsFiles ? (parentPort ?? undefined) : undefined;
}

/** Reads whatever is ordered, until the thread is ended. */
export function serveReading(port: MessagePort): void {
  const room = roomForOne();
  let last: ReadingConfig | undefined;
  port.on("message", ({ config = last, files }: Order) => {
    last = config;
    const delivery: Delivery = files.map((file) => config && readOne({ ...file, config }, room));
    port.postMessage(
      delivery,
      delivery.flatMap((read) => (read === undefined ? [] : [read.packed.bytes.buffer as ArrayBuffer])),
    );
  });
}

function readOne(file: ToRead, room: Buffer): FileRead | undefined {
  try {
    const { bytes, stamp, hash } = lookAt(file.uri, room, Date.now());
    return { stamp, hash, packed: readPacked(file, bytes) };
  } catch {
    return undefined;
  }
}
