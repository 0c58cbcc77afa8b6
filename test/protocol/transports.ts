import { type ChildProcess, fork, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  Emitter,
  IPCMessageReader,
  IPCMessageWriter,
  type Message,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

/** A server that runs, and the two ends of talking to it. */
export interface Running {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | undefined>;
  /** What the process wrote where nobody should write. */
  readonly noise: () => string;
  /** The client ends without a word. */
  hangUp(): void;
  kill(): Promise<void>;
}

export interface Transport {
  readonly name: string;
  /** Files come through the client. */
  readonly filesThroughClient: boolean;
  start(): Running;
}

export const bundle = (name: string) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));

/** What the extension's client puts into one worker. */
const workerScripts = [bundle("core.js"), bundle("server.browser.js")];

const stdio: Transport = {
  name: "stdio",
  filesThroughClient: false,
  start: () => {
    const child = spawn(process.execPath, [bundle("server.cjs"), "--stdio"], { stdio: "pipe" });
    return overProcess(child, new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  },
};

const ipc: Transport = {
  name: "IPC",
  filesThroughClient: false,
  start: () => {
    const child = fork(bundle("server.cjs"), ["--node-ipc"], { silent: true, execArgv: [] });
    child.stdout?.on("data", (data) => child.stderr?.emit("data", data));
    return overProcess(child, new IPCMessageReader(child), new IPCMessageWriter(child));
  },
};

/** A worker that has what a browser has and nothing of Node, so that the bundle cannot lean on it. */
const worker: Transport = {
  name: "a web worker",
  filesThroughClient: true,
  start: () => {
    const thread = new Worker(browserWorker, { eval: true, workerData: workerScripts });
    let noise = "";
    thread.on("error", (error) => (noise += String(error.stack)));
    const ended = new Promise<number>((resolve) => thread.once("exit", resolve));
    return {
      reader: new ThreadReader(thread),
      writer: new ThreadWriter(thread),
      ended,
      noise: () => noise,
      hangUp: () => {},
      kill: async () => void (await thread.terminate()),
    };
  },
};

export const transports: readonly Transport[] = [stdio, ipc, worker];

/** The server as other editors start it: `throughline lsp --stdio`. */
export const commandLine: Transport = {
  name: "the command line",
  filesThroughClient: false,
  start: () => {
    const child = spawn(process.execPath, [bundle("cli.cjs"), "lsp", "--stdio"], { stdio: "pipe" });
    return overProcess(child, new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  },
};

export function overProcess(child: ChildProcess, reader: MessageReader, writer: MessageWriter): Running {
  let noise = "";
  child.stderr?.on("data", (data) => (noise += String(data)));
  const ended = new Promise<number | undefined>((resolve) => child.once("exit", (code) => resolve(code ?? undefined)));
  return {
    reader,
    writer,
    ended,
    noise: () => noise,
    hangUp: () => (child.connected ? child.disconnect() : child.stdin?.end()),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

const browserWorker = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { readFileSync } = require("node:fs");
  const { createContext, runInContext } = require("node:vm");
  const scope = {
    setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, performance, console, crypto,
    TextDecoder, TextEncoder, URL, MessageChannel, structuredClone, AbortController,
    postMessage: (message) => parentPort.postMessage(message),
    addEventListener: () => {},
    close: () => process.exit(0),
  };
  scope.self = scope;
  parentPort.on("message", (data) => scope.onmessage?.({ data }));
  const context = createContext(scope);
  for (const filename of workerData) runInContext(readFileSync(filename, "utf8"), context, { filename });
`;

class ThreadReader extends AbstractMessageReader {
  readonly #heard = new Emitter<Message>();

  constructor(thread: Worker) {
    super();
    thread.on("message", (message: Message) => this.#heard.fire(message));
  }

  listen(callback: DataCallback): Disposable {
    return this.#heard.event(callback);
  }
}

class ThreadWriter extends AbstractMessageWriter {
  readonly #thread: Worker;

  constructor(thread: Worker) {
    super();
    this.#thread = thread;
  }

  async write(message: Message): Promise<void> {
    this.#thread.postMessage(message);
  }

  end(): void {}
}
