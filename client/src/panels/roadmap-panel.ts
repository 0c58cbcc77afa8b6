import {
  Disposable,
  type LogOutputChannel,
  l10n,
  Position,
  Range,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from "vscode";
import {
  type EditAnswer,
  type ItemPlace,
  panelKpis,
  panelLinks,
  panelMove,
  panelRows,
  panelTrace,
} from "../../../server/src/protocol.ts";
import { applyEdit } from "../apply-edit.ts";
import type { Connection, ServerState } from "../connection.ts";
import { complain } from "../messages.ts";
import { isEnabled } from "../settings.ts";
import { rememberMoves } from "./moves.ts";
import { panelPage } from "./panel-page.ts";

/** What the roadmap panel is restored by. */
const viewType = "throughline.panel";

/** The roadmap as a picture over time, in a tab of its own. */
export interface RoadmapPanel extends Disposable {
  /** Shows the panel, and in it the row of an item; there is one panel at most. */
  open(item?: ItemPlace): void;
}

/** With nothing left out. */
const everything = { filter: "", showDone: true, closed: [] };

/** What the panel may ask the server. */
const questions = { rows: panelRows, links: panelLinks, kpis: panelKpis, trace: panelTrace };

/** Of the rows the panel alone knows what they are; this says whether the one that was looked for is there. */
interface RowsAnswer {
  readonly found?: object;
}

type Message =
  | { readonly type: "ask"; readonly id: number; readonly what: keyof typeof questions; readonly params: object }
  | { readonly type: "move"; readonly id: number; readonly move: { readonly place: Place } }
  | { readonly type: "open"; readonly place: Place }
  | { readonly type: "undo" }
  | { readonly type: "restart" };

/** Why there is nothing to draw. */
interface Silence {
  readonly says: string;
  /** What the button says that helps. */
  readonly restart?: string;
  /** What is drawn already stays. */
  readonly waits?: true;
}

interface Place {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
  readonly item: string;
}

export function createRoadmapPanel(extension: Uri, connection: Connection, log: LogOutputChannel): RoadmapPanel {
  const scripts = Uri.joinPath(extension, "dist");
  const moves = rememberMoves();
  let shown: WebviewPanel | undefined;
  /** What the panel is to look for when it asks for its rows the next time. */
  let wanted: ItemPlace | undefined;

  function adopt(panel: WebviewPanel): void {
    shown?.dispose();
    shown = panel;
    panel.iconPath = Uri.joinPath(extension, "client", "media", "icon.png");
    panel.webview.options = { enableScripts: true, localResourceRoots: [scripts] };
    panel.webview.onDidReceiveMessage((message: Message) => hear(panel, message));
    panel.onDidDispose(() => {
      if (shown === panel) shown = undefined;
    });
    panel.webview.html = panelPage(panel.webview, Uri.joinPath(scripts, "panel.js"));
  }

  async function hear(panel: WebviewPanel, message: Message): Promise<void> {
    if (message.type === "open") return await open(message.place);
    if (message.type === "undo") return await said(moves.undo());
    const isRestart = message.type === "restart";
    if (isRestart || isReading(connection.state)) tell({ says: l10n.t("Reading documents…"), waits: true });
    if (isRestart) return await said(connection.restart());
    const { id } = message;
    try {
      const result = message.type === "ask" ? await ask(message.what, message.params) : await move(message.move);
      await panel.webview.postMessage({ type: "answer", id, result: result ?? null });
    } catch (reason) {
      const error = reason instanceof Error ? reason.message : String(reason);
      log.error(`The roadmap panel: ${error}`);
      if (message.type === "move") void complain(error);
      tellStopped();
      await panel.webview.postMessage({ type: "answer", id, error });
    }
  }

  async function ask(what: keyof typeof questions, params: object): Promise<unknown> {
    const find = what === "rows" ? wanted : undefined;
    if (find === undefined) return await connection.request(questions[what], params);
    wanted = undefined;
    const answer = await connection.request<RowsAnswer>(panelRows, { ...params, find });
    if (answer.found !== undefined) return answer;
    // It may be what the panel leaves out.
    const all = await connection.request<RowsAnswer>(panelRows, { ...params, ...everything, find });
    return all.found === undefined ? answer : { ...all, looksAt: everything };
  }

  /** Whether the document has the new time; it may have got another one before the panel has heard of it. */
  async function move(params: { readonly place: Place }): Promise<boolean> {
    const { edit, refusal } = await connection.request<EditAnswer>(panelMove, params);
    if (refusal !== undefined) throw new Error(refusal);
    if (edit === undefined) return false;
    await moves.remember(Uri.parse(params.place.uri), () => applyEdit(connection, edit));
    return true;
  }

  /** Somebody pressed a key for it: what fails is said. */
  async function said(doing: Promise<void>): Promise<void> {
    try {
      await doing;
    } catch (reason) {
      void complain(reason instanceof Error ? reason.message : String(reason));
    }
  }

  const changed = (): void => void shown?.webview.postMessage({ type: "changed" });

  /** Rows that do not follow what is typed would be taken for the plan. */
  function tellStopped(): void {
    if (!isEnabled()) tell({ says: l10n.t("Throughline is switched off.") });
    else if (connection.state?.state === "failed")
      tell({ says: l10n.t("The server has stopped"), restart: l10n.t("Restart") });
  }

  function tell(silence: Silence): void {
    void shown?.webview.postMessage({ type: "silence", ...silence });
  }

  const listening = Disposable.from(
    connection.onRoadmap(changed),
    connection.onState((state) => {
      if (state?.state === "ready") changed();
      else tellStopped();
    }),
    window.registerWebviewPanelSerializer(viewType, { deserializeWebviewPanel: async (panel) => adopt(panel) }),
  );

  return {
    open(item) {
      wanted = item;
      if (shown === undefined) return adopt(window.createWebviewPanel(viewType, l10n.t("Roadmap"), ViewColumn.Active));
      shown.reveal();
      if (item !== undefined) changed();
    },
    dispose() {
      listening.dispose();
      shown?.dispose();
    },
  };
}

/** No answer comes yet. */
function isReading(state: ServerState): boolean {
  return state === undefined || state.state === "starting" || state.state === "scanning";
}

/** Beside the panel, so that both are seen. Only ever a document of text. */
async function open({ uri, line, character }: Place): Promise<void> {
  const at = new Position(line, character);
  await window.showTextDocument(Uri.parse(uri), { viewColumn: ViewColumn.Beside, selection: new Range(at, at) });
}
