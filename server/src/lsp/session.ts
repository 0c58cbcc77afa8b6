import type { Connection, InitializeParams } from "vscode-languageserver";
import type { Document } from "../base/document.ts";
import { type Language, tell } from "../base/say.ts";
import { features } from "../features/all.ts";
import { diagnosticShape } from "../features/diagnostic.ts";
import type { State } from "../features/feature.ts";
import type { Host } from "../host.ts";
import type { InitializationOptions } from "../protocol.ts";
import { Engine } from "../rules/engine.ts";
import type { Problem } from "../rules/problem.ts";
import type { Change } from "../workspace/change.ts";
import { Ahead } from "./ahead.ts";
import { Branches } from "./branches.ts";
import { clientHost, hostByPlace } from "./client-host.ts";
import type { ClientSettings } from "./client-settings.ts";
import { today, watchDay } from "./clock.ts";
import { Documents } from "./documents.ts";
import type { Edge } from "./edge.ts";
import { chooseEncoding } from "./encoding.ts";
import { Files } from "./files.ts";
import { Findings } from "./findings.ts";
import { FolderSettings } from "./folder-settings.ts";
import { Keeping } from "./keeping.ts";
import { turn } from "./later.ts";
import { NewerKeys } from "./newer-keys.ts";
import { Notices } from "./notices.ts";
import { Patience } from "./patience.ts";
import { scanProgress } from "./progress.ts";
import { Pull } from "./pull.ts";
import { Push } from "./push.ts";
import { foldersOf, readingsPlaceOf } from "./said-at-start.ts";
import { Sender } from "./sender.ts";
import { watch } from "./watch.ts";

/** What one client has open and sees: the engine, and everything around it that has to do with time and with others. */
export class Session {
  readonly client: InitializeParams["capabilities"];
  readonly options: InitializationOptions;
  readonly connection: Connection;
  readonly documents: Documents;
  readonly engine: Engine;
  readonly files: Files;
  readonly host: Host;
  readonly branches: Branches;
  readonly #language: Language;
  readonly newerKeys: NewerKeys;
  readonly patience: Patience;
  readonly findings: Findings;
  readonly pull: Pull | undefined;
  readonly sender: Sender;
  readonly notices: Notices;
  readonly #push: Push | undefined;
  /** Requests that make the client ask again for what follows from other documents. */
  readonly #refreshes: readonly string[];
  readonly #stopClock: () => void;
  readonly #settings: FolderSettings;
  readonly #ahead: Ahead;
  #scanned: Promise<void>;
  #endScan: () => void = () => {};
  #checked: number | undefined;
  #scanEnd = 0;
  readonly #keeping: Keeping;

  constructor(connection: Connection, params: InitializeParams, disk: Host | undefined, language: Language) {
    const { capabilities } = params;
    this.connection = connection;
    this.#language = language;
    this.client = capabilities;
    this.options = (params.initializationOptions ?? {}) as InitializationOptions;
    this.#settings = new FolderSettings(connection, capabilities.workspace?.configuration === true, foldersOf(params));
    this.#scanned = new Promise((resolve) => (this.#endScan = resolve));
    const encoding = chooseEncoding(capabilities);
    this.documents = new Documents(encoding);
    const date = this.options.today ?? today();
    this.engine = new Engine({ today: date, isReading: true });
    this.#ahead = new Ahead(this.engine);
    const host = clientHost((method, asked) => connection.sendRequest(method, asked));
    this.host =
      this.options.filesThroughClient === true ? host : hostByPlace(disk, host, this.options.trusted !== false);
    this.branches = new Branches(this.host, (note) => connection.console.warn(tell(note)));
    this.sender = new Sender(connection, this.documents, encoding, this.host);
    this.newerKeys = new NewerKeys();
    this.patience = new Patience((uri) => this.findings.touch([uri]));
    this.findings = new Findings({
      engine: this.engine,
      shape: diagnosticShape(capabilities, language),
      open: () => this.documents.uris(),
      shown: (uri) => {
        const isOpen = this.documents.get(uri) !== undefined;
        if (this.#isScanning) return isOpen ? this.engine.problems(uri) : [];
        if (!isOpen && this.#settings.at(uri).diagnostics.scope === "open") return [];
        return this.patience.filter(uri, this.#placed(uri, this.engine.problems(uri)), isOpen);
      },
      settled: (uris) => this.#settled(uris),
      failed: (what, reason) => this.log(what, reason),
    });
    const version = (uri: string) => this.documents.get(uri)?.version;
    const report = (uri: string) => this.findings.report(uri);
    if (capabilities.textDocument?.diagnostic === undefined)
      this.#push = new Push({
        report,
        version,
        scanned: () => !this.#isScanning,
        publish: (published) => void this.sender.notify("textDocument/publishDiagnostics", published),
      });
    else
      this.pull = new Pull({
        report,
        version,
        changes: () => this.engine.changes,
        reportable: () => this.engine.reportable(),
        scanned: () => this.#scanned,
        refresh:
          capabilities.workspace?.diagnostics?.refreshSupport === true
            ? () => void this.#ask("workspace/diagnostic/refresh")
            : undefined,
        stream: (token, items) => void this.sender.notify("$/progress", { token, value: { items } }),
      });
    this.files = new Files({
      host: this.host,
      workspace: this.engine.workspace,
      readings: readingsPlaceOf(this.options),
      apply: (changes) => this.apply(changes),
      names: () => this.#settings.configNames(),
      failed: (what, reason) => this.log(what, reason),
    });
    this.#keeping = new Keeping({
      engine: this.engine,
      files: this.files,
      failed: (what, reason) => this.log(what, reason),
    });
    this.notices = new Notices({
      engine: this.engine,
      findings: this.findings,
      // Figures that are not complete are no figures.
      isScanning: () => this.#checked === undefined || !this.#ahead.isLinked,
      notes: () => this.files.notes(),
      tell: (words) => tell(words, language),
      send: (method, sent) => void (this.options.notices === true && this.sender.notify(method, sent)),
      refresh: () => {
        for (const method of this.#refreshes) void this.#ask(method);
      },
    });
    this.#refreshes = features.flatMap(({ refresh }) => refresh?.(capabilities) ?? []);
    this.#stopClock =
      this.options.today === undefined ? watchDay(date, (day) => this.apply([{ type: "today", date: day }])) : () => {};
  }

  /** The client is ready: asks it to tell what happens, reads its settings, then the files. */
  async start(): Promise<void> {
    watch(this.connection, this.client, (reason) => this.log("Watching", reason));
    await this.become(this.folders);
  }

  get folders(): ReadonlyMap<string, string> {
    return this.#settings.folders;
  }

  /** From now on these workspace folders; `pushed` are settings from a client that is not asked for them. */
  async become(folders: ReadonlyMap<string, string>, pushed?: ClientSettings): Promise<void> {
    for (const { root, path, files } of await this.#settings.become(folders, pushed)) {
      this.apply([{ type: "configFile", root, path }]);
      void this.files.read(files);
    }
    await this.#look();
  }

  /** The only way in for changes of files. */
  apply(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    const { changed, structure, wanted } = this.engine.apply(changes);
    if (wanted.length > 0) void this.files.read(wanted);
    if (this.#isScanning) return;
    this.findings.touch(changed);
    if (!structure) return;
    // A configuration says what it finds nothing for, so it may differ with every item.
    this.findings.touch(this.engine.workspace.projects().map(({ configUri }) => configUri));
    this.notices.structure();
  }

  /** What handlers may look at; `texts` are those of closed files that were read for one of them. */
  state(texts: ReadonlyMap<string, Document> = new Map()): State {
    const { engine, client, options } = this;
    return {
      engine,
      workspace: engine.workspace,
      client,
      options,
      document: (uri) => this.documents.get(uri)?.document ?? texts.get(uri),
      version: (uri) => this.documents.get(uri)?.version,
      settings: (uri) => this.#settings.at(uri),
      taken: (root) => this.branches.known(root),
      takenSoFar: (project) => this.branches.knownSoFar(project),
      tell: (words) => tell(words, this.#language),
      figures: () => ({
        status: this.notices.status(),
        encoding: this.edge.encoding,
        diagnostics: this.pull === undefined ? "push" : "pull",
        open: this.documents.size,
        scan: { ...this.files.figures, checked: this.#checked ?? 0 },
      }),
    };
  }

  /** In a document that is being written, findings stand where they came to be. */
  #placed(uri: string, problems: readonly Problem[]): readonly Problem[] {
    const open = this.documents.get(uri);
    if (open === undefined) return problems;
    const located = this.engine.workspace.locate(uri);
    const kind = located?.project.summary(located.path)?.items[0]?.kind;
    const schema = located?.project.config.schema.kinds.get(kind ?? "");
    return this.newerKeys.place(open.document, problems, open.edited, schema);
  }

  /** Resolves when all files have been read at first. */
  get scanned(): Promise<void> {
    return this.#scanned;
  }

  get #isScanning(): boolean {
    return !this.engine.isComplete;
  }

  get edge(): Edge {
    return this.sender;
  }

  log(what: string, reason: unknown): void {
    const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    this.connection.console.error(`${what} failed: ${text}`);
  }

  /** What was read and is not kept yet is, before the end; a scan that is not over is not waited for. */
  async end(): Promise<void> {
    this.dispose();
    if (!this.#isScanning) await this.#keeping.keep();
  }

  dispose(): void {
    this.#stopClock();
    this.patience.dispose();
    this.findings.dispose();
    this.files.dispose();
    this.notices.dispose();
    this.pull?.dispose();
  }

  #settled(uris: readonly string[]): void {
    this.pull?.settled(uris);
    this.#push?.settled(uris);
    if (uris.length > 0) return;
    if (!this.#isScanning) this.#checked ??= performance.now() - this.#scanEnd;
    this.notices.settled();
    if (this.engine.tidy()) this.#ahead.letGo();
    if (this.#isScanning) return;
    void this.#keeping.keep();
    void this.#ahead.prepare(() => this.notices.settled());
  }

  /** Looks at the folders for which Throughline is switched on, and reads what is new. */
  async #look(): Promise<void> {
    const before = this.engine.reportable();
    const roots = this.#settings.enabled();
    const progress = scanProgress(
      this.connection,
      roots.every((root) => this.files.has(root)) ? {} : this.client,
      this.#language,
    );
    this.notices.settled();
    await this.files.look(roots, (...at) => {
      progress.report(...at);
      if (this.documents.size > 0) void this.#ahead.link();
    });
    await this.#keeping.recall(this.host.memo?.(roots, readingsPlaceOf(this.options)));
    progress.done();
    this.#scanEnd = performance.now();
    this.engine.complete();
    this.findings.touch([...before, ...this.engine.reportable(), ...this.documents.uris()]);
    this.findings.hurry();
    this.notices.structure();
    // Whoever waits for it looks at every file as well.
    await turn();
    this.#endScan();
  }

  async #ask(method: string): Promise<void> {
    try {
      await this.connection.sendRequest(method);
    } catch (reason) {
      this.log(method, reason);
    }
  }
}
