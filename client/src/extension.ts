import { type Disposable, type ExtensionContext, window } from "vscode";
import { type RoadmapChildren, roadmapChildren, type ServerStatus } from "../../server/src/protocol.ts";
import { greetInSample } from "./commands/open-sample.ts";
import { registerCommands } from "./commands.ts";
import { type Connection, createConnection } from "./connection.ts";
import { dropRows } from "./drop-rows.ts";
import { createRoadmapPanel } from "./panels/roadmap-panel.ts";
import type { Platform } from "./platform.ts";
import { createPreview, type Preview } from "./preview.ts";
import { watchActiveDocument } from "./views/active-document.ts";
import { watchFirstSteps } from "./views/first-steps.ts";
import { showLanguageStatus } from "./views/language-status.ts";
import { createRoadmap } from "./views/roadmap.ts";
import { compareRoadmap } from "./views/roadmap-changes.ts";
import { showSuggestionsStatus } from "./views/suggestions-status.ts";
import { registerTextDocuments } from "./views/text-documents.ts";
import { showThisDocument } from "./views/this-document.ts";
import { wakeServer } from "./waking.ts";

/** What other extensions and the tests in a real window may ask. */
export interface ThroughlineApi {
  /** Starts the server if need be, and answers when the first scan is over. */
  ready(): Promise<ServerStatus>;
  /** The rows below a row as the tree would show them, or its groups. */
  rows(by: string, row?: string): Promise<RoadmapChildren>;
  /** Asked by VS Code's Markdown preview. */
  readonly extendMarkdownIt: Preview["extendMarkdownIt"];
}

/** Registers views and commands; the server starts when there is something for it to do. */
export function startClient(
  context: ExtensionContext,
  platform: Platform,
): { readonly connection: Connection; readonly api: ThroughlineApi } {
  const log = window.createOutputChannel("Throughline", { log: true });
  const connection = createConnection(platform, log);
  const changes = compareRoadmap(connection);
  const roadmap = createRoadmap(connection, changes, context.workspaceState, log);
  const panel = createRoadmapPanel(context.extensionUri, connection, log);
  const document = showThisDocument(connection, changes, log);
  const texts = registerTextDocuments(connection);
  const preview = createPreview(connection, log);
  const disposables: readonly Disposable[] = [
    log,
    connection,
    changes,
    roadmap,
    document,
    showLanguageStatus(connection),
    showSuggestionsStatus(connection),
    panel,
    texts,
    preview,
    registerCommands({ context, connection, roadmap, document, changes, panel, texts, log }),
    dropRows(connection),
    wakeServer(connection, log),
    watchActiveDocument(connection),
    watchFirstSteps(connection),
  ];
  context.subscriptions.push(...disposables);
  void greetInSample(context);
  return {
    connection,
    api: {
      ready: () => connection.scanned(),
      rows: (by, row) => connection.request<RoadmapChildren>(roadmapChildren, { by, row }),
      extendMarkdownIt: preview.extendMarkdownIt,
    },
  };
}
