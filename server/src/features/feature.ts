import type { CancellationToken, ClientCapabilities, ServerCapabilities } from "vscode-languageserver";
import type { Document } from "../base/document.ts";
import type { Words } from "../base/say.ts";
import type { InitializationOptions, ServerStatus } from "../protocol.ts";
import type { Engine } from "../rules/engine.ts";
import type { Settings } from "../settings.ts";
import type { Project } from "../workspace/project.ts";
import type { Workspace } from "../workspace/workspace.ts";

/**
 * Something the server can do when asked: what the client is told about it and what answers, side by side, so that they
 * cannot drift. One file `features/<method>.ts`, one line in `all.ts`, one test file.
 *
 *     export const hover: Feature = {
 *       capabilities: () => ({ hoverProvider: true }),
 *       requests: { "textDocument/hover": (params: HoverParams, state) => hoverAt(state, params) },
 *     };
 */
export interface Feature {
  /** What `initialize` answers; undefined where this client is not offered the feature: then its requests do not exist either. */
  readonly capabilities: (client: ClientCapabilities, options: InitializationOptions) => ServerCapabilities | undefined;
  /** What answers, by method. A handler that throws is logged and answered with an error. */
  readonly requests: Readonly<Record<string, (params: never, state: State, token: CancellationToken) => unknown>>;
  /** The last step, behind the edge, for an answer in which positions are packed into numbers. */
  readonly pack?: (answer: never) => unknown;
  /** The request that makes this client ask again, for what follows from other documents and from settings. */
  readonly refresh?: (client: ClientCapabilities) => string | undefined;
  /**
   * The method, where this client lets itself be told of the feature on the way, without a word of it in `initialize`: told
   * again when the first scan is over, it asks again, and until then it gets what is known already.
   */
  readonly announced?: (client: ClientCapabilities) => string | undefined;
  /** The project of which the answer needs to know the ids that are taken on other branches: they are looked up before. */
  readonly asksBranches?: (params: never, state: State) => Project | undefined;
  /**
   * By method, what an answer rests on and may have to be looked up for it in many documents, in small steps: others get their
   * turns between them. Whatever changes meanwhile the answer looks up itself.
   */
  readonly ahead?: Readonly<Record<string, (params: never, state: State) => Iterator<void>>>;
  /** URIs of files whose text the answer needs: those that are closed are read before it is asked for. */
  readonly reads?: (params: never, state: State) => readonly string[];
  /** Answered when the first scan is over, unless it is announced: half of the answer would be wrong. */
  readonly needsAllFiles?: boolean;
  /** Until then it says nothing, where others stand beside it that need not wait; the client is made to ask again. */
  readonly isSilentAtFirst?: boolean;
}

/** What a handler may look at. URIs are canonical (`base/uri.ts`), positions zero-based in UTF-16: the edge translates both. */
export interface State {
  readonly engine: Engine;
  readonly workspace: Workspace;
  readonly client: ClientCapabilities;
  readonly options: InitializationOptions;
  /** The text of an open file, or of one that `reads` named and that could be read. */
  document(uri: string): Document | undefined;
  /** Which text of an open file it is, as the editor counts. */
  version(uri: string): number | undefined;
  /** What the person has set, for the folder of a file. */
  settings(uri: string): Settings;
  figures(): Figures;
  /** Ids of a project that others have taken on other branches, as far as that is known. */
  taken(root: string): Iterable<string>;
  /** The same for whoever cannot wait: where nobody has looked for a while, somebody begins to. */
  takenSoFar(project: Project): Iterable<string>;
  /** In the language of the person who reads it. */
  tell(words: Words): string;
}

/** What the developer's view of the server shows. */
export interface Figures {
  readonly status: ServerStatus;
  readonly encoding: "utf-8" | "utf-16" | "utf-32";
  readonly diagnostics: "pull" | "push";
  readonly open: number;
  /** Of the last scan: how many files were read, and how long listing, reading and checking took. */
  readonly scan: { readonly files: number; readonly listed: number; readonly read: number; readonly checked: number };
}
