import { type LogOutputChannel, type TextDocument, workspace } from "vscode";
import {
  CloseAction,
  type DocumentSelector,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
} from "vscode-languageclient";
import {
  type InitializationOptions,
  openCommand,
  revealCommand,
  setFieldCommand,
  suggestCommand,
} from "../../server/src/protocol.ts";
import type { Platform } from "./platform.ts";
import { plainLabel, plainMessage } from "./pure/plain-text.ts";
import { configFileNames } from "./settings.ts";

/** How often a server that ends by itself is started again within three minutes. */
const RESTARTS = 4;
const RESTART_WINDOW_MS = 3 * 60_000;

export function clientOptions(
  { filesThroughClient, cache }: Platform,
  log: LogOutputChannel,
  gaveUp: () => void,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    filesThroughClient:
      filesThroughClient || (workspace.workspaceFolders ?? []).some(({ uri }) => uri.scheme !== "file"),
    trusted: workspace.isTrusted,
    notices: true,
    withoutDocumentSymbols: true,
    cache,
    withoutSemanticTokens: true,
    withoutPathCompletion: true,
    commands: [revealCommand, suggestCommand, setFieldCommand, openCommand],
  };
  return {
    documentSelector: documentSelector(),
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    initializationFailedHandler: () => false,
    errorHandler: quietErrorHandler(log, gaveUp),
    markdown: { supportThemeIcons: true },
    middleware: onlyOurDocuments,
  };
}

/**
 * Plain `{ language: "markdown" }`: VS Code asks completion providers in groups of equal score, and a more special
 * selector would keep the others silent.
 */
function documentSelector(): DocumentSelector {
  return [{ language: "markdown" }, ...configFileNames().map((name) => ({ pattern: `**/${name}` }))];
}

/**
 * The older side of a comparison, a chat's code block, a commit: the same Markdown under another scheme is not a file
 * of the project, and would define every item twice.
 */
const onlyOurDocuments: Middleware = {
  didOpen: async (document, next) => {
    if (isOurs(document)) await next(document);
  },
  didChange: async (event, next) => {
    if (isOurs(event.document)) await next(event);
  },
  didSave: async (document, next) => {
    if (isOurs(document)) await next(document);
  },
  didClose: async (document, next) => {
    if (isOurs(document)) await next(document);
  },
  provideDiagnostics: async (document, previous, token, next) =>
    "uri" in document && !isOurs(document) ? undefined : await next(document, previous, token),
  provideCodeLenses: async (document, token, next) => {
    const lenses = await next(document, token);
    for (const { command } of lenses ?? []) if (command !== undefined) command.title = plainLabel(command.title);
    return lenses;
  },
  // VS Code reads what is shown over a link as Markdown that it trusts: a title in it could run a command when it is clicked.
  provideDocumentLinks: async (document, token, next) => {
    const links = await next(document, token);
    for (const link of links ?? []) link.tooltip = undefined;
    return links;
  },
  // Why something cannot be renamed VS Code shows itself.
  sendRequest: async (type, params, token, next) => {
    try {
      return await next(type, params, token);
    } catch (reason) {
      if (reason instanceof Error) reason.message = plainMessage(reason.message);
      throw reason;
    }
  },
};

function isOurs({ uri }: TextDocument): boolean {
  if (uri.scheme === "file" || uri.scheme === "untitled") return true;
  return (workspace.workspaceFolders ?? []).some((folder) => folder.uri.scheme === uri.scheme);
}

/** Nobody asked for the server, so nobody is told by a pop-up that it ended: the log and the status item say so. */
function quietErrorHandler(log: LogOutputChannel, gaveUp: () => void): ErrorHandler {
  let ends: number[] = [];
  return {
    error: (error, _message, count) => {
      log.error(error);
      return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
    },
    closed: () => {
      const now = Date.now();
      ends = [...ends.filter((then) => now - then < RESTART_WINDOW_MS), now];
      if (ends.length <= RESTARTS) return { action: CloseAction.Restart, handled: true };
      log.error(`The server ended ${ends.length} times within three minutes and stays off.`);
      gaveUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
