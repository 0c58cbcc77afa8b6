import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import type { Document } from "../base/document.ts";
import { features } from "../features/all.ts";
import type { Feature } from "../features/feature.ts";
import { Refusal } from "../features/refusal.ts";
import type { Host } from "../host.ts";
import { announce } from "./announce.ts";
import { mergeCapabilities } from "./capabilities.ts";
import { diagnostics } from "./diagnostics.ts";
import { incoming } from "./edge.ts";
import { languageFor } from "./languages.ts";
import { inTurns } from "./later.ts";
import { listen, syncCapabilities } from "./listen.ts";
import { roadmapDiff } from "./roadmap-diff.ts";
import { Session } from "./session.ts";
import { syntaxTree } from "./syntax-tree.ts";

/** Serves one client until it says `exit`. Without a disk, files come through the client. Answers whether it was shut down. */
export function serve(connection: Connection, disk?: Host): () => boolean {
  let session: Session | undefined;
  let isDown = false;
  connection.onInitialize(async (params) => {
    const started = new Session(connection, params, disk, await languageFor(params.locale));
    session = started;
    listen(started);
    return initialize(started, () => isDown);
  });
  connection.onInitialized(async () => {
    if (session !== undefined) void announce(session);
    try {
      await session?.start();
    } catch (reason) {
      session?.log("Starting", reason);
    }
  });
  connection.onRequest((method) => {
    if (session === undefined) return new ResponseError(ErrorCodes.ServerNotInitialized, "Not initialized yet.");
    if (isDown) return new ResponseError(ErrorCodes.InvalidRequest, "Shut down already.");
    return new ResponseError(ErrorCodes.MethodNotFound, `Nothing answers ${method}.`);
  });
  connection.onShutdown(async () => {
    isDown = true;
    await session?.end();
  });
  connection.listen();
  return () => isDown;
}

/** Offers what this client can use: each feature's capabilities together with its requests, or neither. */
function initialize(session: Session, isDown: () => boolean): InitializeResult {
  const capabilities = [{ positionEncoding: session.edge.encoding, ...syncCapabilities }];
  for (const feature of [...features, diagnostics(session), roadmapDiff(session), syntaxTree]) {
    const offered = feature.capabilities(session.client, session.options);
    if (offered === undefined) continue;
    capabilities.push(offered as (typeof capabilities)[number]);
    for (const method of Object.keys(feature.requests)) register(session, feature, method, isDown);
  }
  return { capabilities: mergeCapabilities(capabilities), serverInfo: { name: "Throughline" } };
}

function register(session: Session, feature: Feature, method: string, isDown: () => boolean): void {
  const handle = feature.requests[method]!;
  const needsAll = feature.needsAllFiles === true && feature.announced?.(session.client) === undefined;
  let isSilent = feature.isSilentAtFirst === true;
  void session.scanned.then(() => (isSilent = false));
  session.connection.onRequest(method, async (asked: unknown, token: CancellationToken) => {
    if (isDown()) return new ResponseError(ErrorCodes.InvalidRequest, "Shut down already.");
    if (isSilent) return null;
    try {
      const params = incoming(asked, session.edge) as never;
      if (needsAll) await session.scanned;
      const project = feature.asksBranches?.(params, session.state());
      if (project !== undefined) await session.branches.look(project);
      const steps = feature.ahead?.[method]?.(params, session.state());
      if (steps !== undefined) await inTurns(steps);
      const texts = await textsFor(session, feature.reads?.(params, session.state()) ?? []);
      if (token?.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
      const answer: unknown = await handle(params, session.state(texts), token);
      const translated = (await session.sender.translate(answer, documentOf(params))) ?? null;
      return feature.pack === undefined || translated === null ? translated : feature.pack(translated as never);
    } catch (reason) {
      if (reason instanceof Refusal)
        return new ResponseError(LSPErrorCodes.RequestFailed, session.state().tell(reason.words));
      session.log(method, reason);
      const message = reason instanceof Error ? reason.message : String(reason);
      return new ResponseError(ErrorCodes.InternalError, `${method}: ${message}`);
    }
  });
}

/** The texts of those that are closed, as far as they can be read. */
async function textsFor(session: Session, uris: readonly string[]): Promise<ReadonlyMap<string, Document>> {
  const closed = uris.filter((uri) => session.documents.get(uri) === undefined);
  if (closed.length === 0) return new Map();
  const texts = await session.host.readMany(closed);
  const read = closed.map((uri, index): [string, Document | undefined] => {
    const text = texts[index];
    return [uri, text === undefined ? undefined : { uri, text }];
  });
  return new Map(read.filter((entry): entry is [string, Document] => entry[1] !== undefined));
}

/** The document that a request is about: positions in its answer without a URI of their own are there. */
function documentOf(params: Asked | null): string | undefined {
  const uri = params?.textDocument?.uri ?? params?.item?.uri ?? params?.uri;
  return typeof uri === "string" ? uri : undefined;
}

interface Asked {
  readonly textDocument?: { readonly uri?: unknown };
  /** Whose callers are asked for; in our own requests a key. */
  readonly item?: { readonly uri?: unknown };
  readonly uri?: unknown;
}
