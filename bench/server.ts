import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import {
  createMessageConnection,
  type MessageConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver/node";
import { uriOfPath } from "../server/src/main/node-host.ts";
import { environment, finelyUsed, type Usage, usageOf } from "./process.ts";

export interface ServerOptions {
  /** Where the server may keep what it has read. */
  readonly cache: string;
  /** Another language server, for comparison: its bundle, and what it wants to hear first. */
  readonly program?: readonly string[];
  readonly initializationOptions?: object;
  /** Answers what the server asks, by method. */
  readonly answer?: (method: string, params: unknown) => unknown;
}

/** A language server in a process of its own, asked over standard input and output as an editor asks. */
export interface Server {
  readonly connection: MessageConnection;
  /** From the start of the process to the answer to `initialize`. */
  readonly initialized: Measured;
  /** `performance.now()` when the process was started. */
  readonly started: number;
  request<R>(method: string, params?: unknown): Promise<R>;
  notify(method: string, params: unknown): void;
  open(uri: string, text: string): void;
  /** Puts `text` in the place of `range`. */
  edit(uri: string, text: string, range: Range): void;
  usage(): Usage;
  /** How long a question takes, and what it takes of the processor. */
  measure(ask: () => Promise<unknown>): Promise<Measured>;
  /** Waits until the server has nothing left to do: what it began before is not what is to be measured. */
  quiet(): Promise<void>;
  /** Ends the server in good order, and waits for it. */
  end(): Promise<void>;
}

export interface Measured {
  readonly wall: number;
  /** Of the thread that answers: undefined where the system does not tell. */
  readonly cpu: number | undefined;
  /** Of all threads. */
  readonly all: number | undefined;
}

const bundle = fileURLToPath(new URL("../dist/server.cjs", import.meta.url));

/** The day that counts as today in every run: the generated plans are about it. */
const today = "2026-11-22";

export async function startServer(folder: string, options: ServerOptions): Promise<Server> {
  const started = performance.now();
  const [program, ...args] = options.program ?? [process.execPath, bundle, "--stdio"];
  const env = environment({ XDG_CACHE_HOME: options.cache });
  const child = spawn(program!, args, { stdio: ["pipe", "pipe", "inherit"], env });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  connection.onRequest((method, params) => options.answer?.(method, params) ?? null);
  connection.onUnhandledNotification(() => {});
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: uriOfPath(folder),
    capabilities,
    workspaceFolders: [{ uri: uriOfPath(folder), name: "bench" }],
    initializationOptions: options.initializationOptions ?? { today },
  });
  const used = finelyUsed(child.pid!);
  // Until then nothing is there yet that another thread could do beside it.
  const initialized = { wall: performance.now() - started, cpu: used?.all, all: used?.all };
  await connection.sendNotification("initialized", {});
  const versions = new Map<string, number>();
  return {
    connection,
    initialized,
    started,
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => void connection.sendNotification(method, params),
    open: (uri, text) => {
      versions.set(uri, 1);
      const textDocument = { uri, languageId: "markdown", version: 1, text };
      void connection.sendNotification("textDocument/didOpen", { textDocument });
    },
    edit: (uri, text, range) => {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      const contentChanges = [{ range, text }];
      void connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    },
    usage: () => usageOf(child.pid!),
    measure: async (ask) => {
      const before = finelyUsed(child.pid!);
      const start = performance.now();
      await ask();
      const wall = performance.now() - start;
      const after = finelyUsed(child.pid!);
      if (before === undefined || after === undefined) return { wall, cpu: undefined, all: undefined };
      return { wall, cpu: after.answering - before.answering, all: after.all - before.all };
    },
    quiet: async () => {
      for (const limit = performance.now() + 60_000; performance.now() < limit; ) {
        const before = usageOf(child.pid!).cpu;
        await wait(400);
        if (before === undefined || usageOf(child.pid!).cpu! - before <= 10) return;
      }
    },
    end: () => goodbye(connection, child, ended),
  };
}

/** Waits until the diagnostics of the whole workspace are there. */
export async function allDiagnostics(server: Server): Promise<WorkspaceDiagnosticReport> {
  return await server.request("workspace/diagnostic", { previousResultIds: [] });
}

async function goodbye(connection: MessageConnection, child: ChildProcess, ended: Promise<void>): Promise<void> {
  const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await connection.sendRequest("shutdown").catch(() => {});
  await connection.sendNotification("exit").catch(() => {});
  await ended;
  clearTimeout(late);
  connection.dispose();
}

const capabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
    hover: { contentFormat: ["markdown"] },
    codeLens: {},
    inlayHint: {},
    selectionRange: {},
    callHierarchy: {},
    semanticTokens: {
      requests: { full: true, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ["relative"],
    },
  },
  workspace: {
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ["rename"] },
    fileOperations: { willRename: true },
  },
};
