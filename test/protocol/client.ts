import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import {
  type CancellationToken,
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type MessageConnection,
  type Range,
} from "vscode-languageserver/node";
import { uriOfPath } from "../../server/src/main/node-host.ts";
import { type InitializationOptions, type ServerStatus, statusChanged } from "../../server/src/protocol.ts";
import { parseFixture } from "../fixture.ts";
import type { Running, Transport } from "./transports.ts";

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  /** The folder of an earlier client, in the place of a fresh one. */
  readonly folder?: string;
  /** Folders below the temporary one that are opened; it alone by default. */
  readonly folders?: readonly string[];
  readonly options?: InitializationOptions;
  /** What the client answers for the section `throughline`. */
  readonly settings?: unknown;
  /** Settings of single folders, by path; the others have `settings`. */
  readonly folderSettings?: Readonly<Record<string, unknown>>;
  /** How the client writes the URI of a path. */
  readonly spell?: (uri: string) => string;
  /** There are more files than the client lists. */
  readonly more?: boolean;
  readonly locale?: string | undefined;
  /** Does not wait until the first scan is over. */
  readonly early?: boolean;
}

/** An editor as small as can be: it keeps what it was told, and files in a temporary folder. */
export class Client {
  readonly folder: string;
  readonly running: Running;
  readonly connection: MessageConnection;
  readonly heard: { readonly method: string; readonly params: unknown }[] = [];
  readonly #spell: (uri: string) => string;
  readonly #more: boolean | undefined;
  readonly #versions = new Map<string, number>();
  settings: unknown;
  folderSettings: Readonly<Record<string, unknown>>;
  result: InitializeResult = { capabilities: {} };

  private constructor(
    transport: Transport,
    { settings, folderSettings = {}, more, spell = (uri) => uri, folder }: ClientOptions,
  ) {
    this.folder = folder ?? mkdtempSync(join(tmpdir(), "protocol-"));
    this.running = transport.start();
    this.connection = createMessageConnection(this.running.reader, this.running.writer);
    this.settings = settings;
    this.folderSettings = folderSettings;
    this.#spell = spell;
    this.#more = more;
    this.connection.onNotification((method, params) => void this.heard.push({ method, params }));
    this.connection.onUnhandledProgress((params) => void this.heard.push({ method: "$/progress", params }));
    this.connection.onRequest((method, params) => this.#asked(method, params));
    this.connection.listen();
  }

  /** Starts a server over the files of a fixture, and initializes it; `today` is 2026-11-22. */
  static async over(transport: Transport, fixture: string, options: ClientOptions = {}): Promise<Client> {
    const client = new Client(transport, options);
    if (options.folder === undefined || fixture !== "")
      for (const [path, text] of parseFixture(fixture).files) client.write(path, text);
    const folders = (options.folders ?? [""]).map((path) => ({ uri: client.uri(path), name: path || "w" }));
    client.result = await client.request<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: null,
      locale: options.locale,
      capabilities: options.capabilities ?? pulling,
      workspaceFolders: folders,
      initializationOptions: {
        today: "2026-11-22",
        cache: false,
        notices: true,
        filesThroughClient: transport.filesThroughClient,
        ...options.options,
      },
    });
    client.notify("initialized", {});
    if (options.early !== true) await client.ready();
    return client;
  }

  /** Waits until the first scan, and looking at what it found, is over. */
  async ready(): Promise<ServerStatus> {
    return await this.hears<ServerStatus>(statusChanged, ({ state }) => state !== "scanning");
  }

  uri(path: string): string {
    return this.#spell(uriOfPath(path === "" ? this.folder : join(this.folder, path)));
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  request<R>(method: string, params?: unknown, token?: CancellationToken): Promise<R> {
    return this.connection.sendRequest(method, params, ...(token === undefined ? [] : [token])) as Promise<R>;
  }

  notify(method: string, params?: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  open(path: string, text = readFileSync(join(this.folder, path), "utf8")): void {
    this.#versions.set(path, 1);
    this.notify("textDocument/didOpen", {
      textDocument: { uri: this.uri(path), languageId: "markdown", version: 1, text },
    });
  }

  /** Replaces `range`, or everything without one. */
  edit(path: string, text: string, range?: Range): void {
    const version = (this.#versions.get(path) ?? 0) + 1;
    this.#versions.set(path, version);
    this.notify("textDocument/didChange", {
      textDocument: { uri: this.uri(path), version },
      contentChanges: [range === undefined ? { text } : { range, text }],
    });
  }

  save(path: string, text: string): void {
    this.write(path, text);
    this.notify("textDocument/didSave", { textDocument: { uri: this.uri(path) } });
  }

  close(path: string): void {
    this.notify("textDocument/didClose", { textDocument: { uri: this.uri(path) } });
  }

  /** Tells of a created (1), changed (2) or deleted (3) file. */
  watched(path: string, type: 1 | 2 | 3): void {
    this.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: this.uri(path), type }] });
  }

  async pull(path: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return await this.request("textDocument/diagnostic", { textDocument: { uri: this.uri(path) }, previousResultId });
  }

  /** What a pull says about a document: `1:7-1:13 error unknown-reference`, lines and columns from 0. */
  async problems(path: string): Promise<readonly string[]> {
    const report = await this.pull(path);
    return report.kind === "full" ? report.items.map(shown) : ["unchanged"];
  }

  /** Pulls until the answer is as expected; answers with the last one. */
  async eventually(path: string, expected: readonly string[]): Promise<readonly string[]> {
    let found = await this.problems(path);
    for (const end = Date.now() + patience; Date.now() < end && found.join() !== expected.join(); ) {
      await wait(20);
      found = await this.problems(path);
    }
    return found;
  }

  /** The first of the notifications of a method, from the `from`th on, that fits. */
  async hears<P>(method: string, fits: (params: P) => boolean = () => true, from = 0): Promise<P> {
    for (const end = Date.now() + patience; Date.now() < end; await wait(10)) {
      const found = this.told<P>(method).slice(from).filter(fits);
      if (found.length > 0) return found[0]!;
    }
    throw new Error(`${method} did not come. Heard:\n${this.heard.map((one) => JSON.stringify(one)).join("\n")}`);
  }

  /** All notifications of a method so far, and requests of the server by their method. */
  told<P>(method: string): readonly P[] {
    return this.heard.filter((one) => one.method === method).map(({ params }) => params as P);
  }

  /** Says goodbye properly, and answers with the exit code. */
  async goodbye(): Promise<number | undefined> {
    await this.request("shutdown");
    this.notify("exit");
    return await Promise.race([this.running.ended, wait(patience).then(() => -1)]);
  }

  async dispose(): Promise<void> {
    this.connection.dispose();
    await this.running.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #asked(method: string, params: unknown): unknown {
    this.heard.push({ method, params });
    if (method === "workspace/configuration")
      return (params as { items: readonly { scopeUri?: string }[] }).items.map(({ scopeUri }) => {
        const folder = Object.keys(this.folderSettings).find((path) => this.uri(path) === scopeUri);
        return (folder === undefined ? this.settings : this.folderSettings[folder]) ?? null;
      });
    if (method === "throughline/files/list")
      return { uris: this.#list(params as { folder: string; names?: readonly string[] }), more: this.#more };
    if (method === "throughline/files/read") return (params as { uris: readonly string[] }).uris.map(readText);
    return null;
  }

  #list({ folder, names: wanted = [] }: { folder: string; names?: readonly string[] }): readonly string[] {
    const root = fileURLToPath(folder);
    const isWanted = (name: string) => ["throughline.yaml", ".gitignore", ...wanted].includes(basename(name));
    const names = readdirSync(root, { recursive: true, encoding: "utf8" });
    return names.filter((name) => name.endsWith(".md") || isWanted(name)).map((name) => uriOfPath(join(root, name)));
  }
}

/** Milliseconds that a test waits for something to come. */
const patience = 8_000;

/** A client that asks for diagnostics and can be asked to ask again. */
export const pulling: ClientCapabilities = {
  textDocument: {
    diagnostic: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    codeLens: {},
    inlayHint: {},
    selectionRange: {},
    callHierarchy: {},
    semanticTokens: { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: ["relative"] },
  },
  workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true } },
};

/** A client that only listens. */
export const listening: ClientCapabilities = { workspace: { workspaceFolders: true } };

export function shown({ range: { start, end }, severity, code }: Diagnostic): string {
  const level = ["", "error", "warning", "information", "hint"][severity ?? 0];
  return `${start.line}:${start.character}-${end.line}:${end.character} ${level} ${code}`;
}

function readText(uri: string): string | null {
  try {
    return readFileSync(fileURLToPath(uri), "utf8");
  } catch {
    return null;
  }
}
