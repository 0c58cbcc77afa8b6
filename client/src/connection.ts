import {
  type CancellationToken,
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  type LogOutputChannel,
  l10n,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type RoadmapChanged, roadmapChanged, type ServerStatus, statusChanged } from "../../server/src/protocol.ts";
import type { Request } from "./asked-once.ts";
import { serveFiles } from "./files.ts";
import type { Platform } from "./platform.ts";
import { askAgain } from "./pure/ask-again.ts";
import { isEnabled } from "./settings.ts";

/** `undefined` before the server was needed and after it was stopped. */
export type ServerState = ServerStatus | { readonly state: "starting" } | { readonly state: "failed" } | undefined;

/** The server, started when somebody first asks it something. */
export interface Connection extends Disposable {
  readonly state: ServerState;
  readonly onState: Event<ServerState>;
  readonly onRoadmap: Event<RoadmapChanged>;
  /** Starts the server unless it runs; answers when it listens. Does nothing while Throughline is switched off. */
  start(): Promise<void>;
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** Starts the server if need be, and answers when the first scan is over. */
  scanned(): Promise<ServerStatus>;
  /** Starts the server if need be. */
  readonly request: Request;
  /** Converts what the server says in LSP into what VS Code's API takes. */
  readonly convert: BaseLanguageClient["protocol2CodeConverter"];
}

export function createConnection(platform: Platform, log: LogOutputChannel): Connection {
  const stateChanged = new EventEmitter<ServerState>();
  const roadmap = new EventEmitter<RoadmapChanged>();
  let state: ServerState;
  let creating: Promise<BaseLanguageClient> | undefined;
  let client: BaseLanguageClient | undefined;
  let starting: Promise<void> | undefined;

  function become(next: ServerState): void {
    state = next;
    void commands.executeCommand("setContext", "throughline.state", next?.state ?? "idle");
    stateChanged.fire(next);
  }

  async function create(): Promise<BaseLanguageClient> {
    const { State } = await import("vscode-languageclient");
    const { clientOptions } = await import("./client-options.ts");
    const { outlivingServers } = await import("./asked-once.ts");
    const { leavingOwnLinks } = await import("./file-moves.ts");
    const plain = clientOptions(platform, log, () => become({ state: "failed" }));
    const middleware = outlivingServers(
      leavingOwnLinks(plain.middleware ?? {}, () => client, request),
      request,
    );
    const options = { ...plain, middleware };
    const created = await platform.createClient(options);
    created.onNotification(statusChanged, (status: ServerStatus) => become(status));
    created.onNotification(roadmapChanged, (change: RoadmapChanged | null) => roadmap.fire(change ?? {}));
    serveFiles(created);
    // Nobody asked for the server: that it has ended, and that it does not start, the log and the roadmap say.
    const say = created.error.bind(created);
    created.error = (message, data) => say(message, data, false);
    created.onDidChangeState(({ newState }) => {
      if (newState === State.Starting && state?.state !== "starting") become({ state: "starting" });
    });
    return created;
  }

  async function start(): Promise<void> {
    if (!isEnabled()) return;
    starting ??= run();
    await starting;
  }

  async function run(): Promise<void> {
    become({ state: "starting" });
    try {
      creating = create();
      client = await creating;
      await client.start();
    } catch (reason) {
      await stop();
      become({ state: "failed" });
      throw reason;
    }
  }

  async function request<R>(method: string, params?: unknown, token?: CancellationToken): Promise<R> {
    await start();
    const ask = async (): Promise<R> => {
      if (client === undefined) throw new Error(l10n.t("Throughline is switched off."));
      return await client.sendRequest<R>(method, params, token);
    };
    return await askAgain(
      ask,
      () => client !== undefined && state?.state !== "failed" && !token?.isCancellationRequested,
    );
  }

  async function stop(): Promise<void> {
    const stopping = creating;
    creating = undefined;
    client = undefined;
    starting = undefined;
    if (stopping === undefined) return;
    become(undefined);
    try {
      await (await stopping).dispose();
    } catch (reason) {
      log.warn(`The server did not end as it should: ${String(reason)}`);
    }
  }

  return {
    get state() {
      return state;
    },
    get convert() {
      if (client === undefined) throw new Error(l10n.t("The server has stopped"));
      return client.protocol2CodeConverter;
    },
    onState: stateChanged.event,
    onRoadmap: roadmap.event,
    start,
    stop,
    async restart() {
      await stop();
      await start();
    },
    async scanned() {
      await start();
      return await new Promise((resolve) => {
        if (hasScanned(state)) return resolve(state);
        const listening = stateChanged.event((next) => {
          if (!hasScanned(next)) return;
          listening.dispose();
          resolve(next);
        });
      });
    },
    request,
    dispose() {
      void stop();
      stateChanged.dispose();
      roadmap.dispose();
    },
  };
}

function hasScanned(state: ServerState): state is ServerStatus {
  return state !== undefined && state.state !== "starting" && state.state !== "failed" && state.state !== "scanning";
}
