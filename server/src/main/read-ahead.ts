import { Worker } from "node:worker_threads";
import type { ToRead } from "../host.ts";
import type { ReadingConfig } from "../model/config.ts";
import type { FileRead } from "./read-file.ts";
import { type Delivery, type Order, readsFiles } from "./reading-thread.ts";

/** Files that another thread reads before they are asked for. */
export interface Ahead {
  /** What was read of the file; undefined where whoever asks has to read it himself. */
  take(file: ToRead): Promise<FileRead | undefined>;
  end(): void;
}

/**
 * Has files read, in this order, by a thread that runs `program`. Some lie ready, and more are ordered as these are taken:
 * else all would lie in memory while links are looked up. A thread that cannot start, or dies, has read nothing more.
 */
export function readAhead(program: string, files: readonly ToRead[]): Ahead {
  const orders = ordersFor(files);
  const waiting: Ordered[] = [];
  const orderOf = new Map<string, Ordered>();
  let last: ReadingConfig | undefined;
  let left = files.length;
  let worker: Worker | undefined;
  const end = (): void => {
    left = 0;
    for (const ordered of waiting.splice(0)) ordered.deliver([]);
    void worker?.terminate();
  };
  const order = (): void => {
    const next = left <= 0 ? undefined : orders.next().value;
    if (next === undefined) return;
    const ordered = new Ordered(next);
    waiting.push(ordered);
    for (const { uri } of next) orderOf.set(uri, ordered);
    const { schema, people, calendar } = next[0]!.config;
    const config = next[0]!.config === last ? undefined : { schema, people, calendar };
    last = next[0]!.config;
    worker?.postMessage({ config, files: next.map(({ uri, path }) => ({ uri, path })) } satisfies Order);
  };
  try {
    worker = new Worker(program, {
      workerData: readsFiles,
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    });
    worker.on("message", (delivery: Delivery) => waiting.shift()?.deliver(delivery));
    worker.on("error", end);
    worker.on("exit", end);
    for (let ready = 0; ready < ordersAhead; ready++) order();
  } catch {
    end();
  }
  return {
    async take(file) {
      const ordered = orderOf.get(file.uri);
      if (ordered === undefined) return undefined;
      orderOf.delete(file.uri);
      if (ordered.isFirst()) order();
      const found = ordered.found(file, await ordered.delivered);
      if (--left === 0) end();
      return found;
    },
    end,
  };
}

/** What is read leaves the thread at once, packed: it needs little room for what is young. */
const youngMegabytes = 16;

const filesInOrder = 16;
const ordersAhead = 8;

function* ordersFor(files: readonly ToRead[]): Generator<readonly ToRead[], undefined> {
  for (let at = 0, from = 0; at < files.length; from = at) {
    while (at < files.length && at < from + filesInOrder && files[at]!.config === files[from]!.config) at++;
    yield files.slice(from, at);
  }
  return undefined;
}

/** Files that were ordered together. */
class Ordered {
  readonly delivered: Promise<Delivery>;
  readonly #files: readonly ToRead[];
  deliver: (delivery: Delivery) => void = () => {};
  #isBegun = false;

  constructor(files: readonly ToRead[]) {
    this.#files = files;
    this.delivered = new Promise((resolve) => (this.deliver = resolve));
  }

  /** Whether nobody has taken one of them before. */
  isFirst(): boolean {
    const isFirst = !this.#isBegun;
    this.#isBegun = true;
    return isFirst;
  }

  /** Nothing where the file is to be read with something else by now. */
  found({ uri, path, config }: ToRead, delivery: Delivery): FileRead | undefined {
    const at = this.#files.findIndex((file) => file.uri === uri);
    const ordered = this.#files[at];
    return ordered?.path === path && ordered.config === config ? delivery[at] : undefined;
  }
}
