import type MarkdownIt from "markdown-it";
import {
  commands,
  Disposable,
  type LogOutputChannel,
  TabInputCustom,
  TabInputWebview,
  type Uri,
  window,
  workspace,
} from "vscode";
import { preview as method, type PreviewItem, type PreviewParams } from "../../server/src/look-protocol.ts";
import type { Connection } from "./connection.ts";
import { linkIds, type PreviewItems } from "./pure/preview-ids.ts";
import { setting } from "./settings.ts";

export interface Preview extends Disposable {
  /** What VS Code's Markdown preview hands its renderer to. */
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
}

/**
 * Ids in VS Code's Markdown preview. Rendering waits for nobody: it uses what is known of a document, and asks for the rest;
 * when the answer is another one, the preview is drawn again. No server is started for it.
 */
export function createPreview(connection: Connection, log: LogOutputChannel): Preview {
  const known = new Map<string, Known>();
  const due = new Set<string>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let redrawn = 0;

  function itemsOf(env: unknown): PreviewItems | undefined {
    const uri = documentOf(env);
    if (uri === undefined || !setting("preview", true, uri)) return undefined;
    due.add(uri.toString());
    askSoon();
    return known.get(uri.toString())?.items;
  }

  function askSoon(): void {
    const rest = redrawn + REDRAW_AFTER_MS - Date.now();
    waiting ??= setTimeout(
      () => {
        waiting = undefined;
        ask().catch((reason: unknown) => log.error(`The preview got no answer: ${String(reason)}`));
      },
      Math.max(ASK_AFTER_MS, rest),
    );
  }

  async function ask(): Promise<void> {
    // Before the scan is over there is little to say; its end asks again.
    if (connection.state?.state !== "ready" && connection.state?.state !== "broken-config") return;
    const uris = [...due];
    due.clear();
    const isFirst = uris.some((uri) => !known.has(uri));
    const news = await Promise.all(uris.map(look));
    if (!news.includes(true)) return;
    await redraw();
    // VS Code lets nobody know when the page of a preview has loaded, nor which of two pages it kept that it got in a moment; all
    // that is seen from here is the rendering, and that is over by then. So what may still be opening is drawn once more when
    // its page has long been there: the same page again, where nothing was missed.
    if (isFirst) again = setTimeout(() => void (isPreviewOpen() && redraw()), 2 * REDRAW_AFTER_MS);
  }

  async function redraw(): Promise<void> {
    redrawn = Date.now();
    await commands.executeCommand("markdown.preview.refresh");
  }

  /** Whether there is something else to show now. */
  async function look(uri: string): Promise<boolean> {
    const params: PreviewParams = { uri };
    const items = await connection.request<readonly PreviewItem[]>(method, params);
    const text = JSON.stringify(items);
    const before = known.get(uri)?.text ?? "[]";
    known.delete(uri);
    known.set(uri, { text, items: new Map(items.map((item) => [item.name, item])) });
    for (const oldest of known.keys()) if (known.size > MOST_DOCUMENTS) known.delete(oldest);
    return text !== before;
  }

  function planChanged(): void {
    if (known.size === 0 && due.size === 0) return;
    // What is drawn for the first time may have no tab yet: it is asked about all the same.
    if (!isPreviewOpen()) known.clear();
    if (!isPreviewOpen() && due.size === 0) return;
    for (const uri of known.keys()) due.add(uri);
    askSoon();
  }

  const listening = Disposable.from(
    connection.onState(planChanged),
    connection.onRoadmap(planChanged),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("throughline.preview") && isPreviewOpen())
        void commands.executeCommand("markdown.preview.refresh");
    }),
    new Disposable(() => clearTimeout(waiting)),
    new Disposable(() => clearTimeout(again)),
  );
  return {
    extendMarkdownIt: (markdown) => linkIds(markdown, itemsOf),
    dispose: () => listening.dispose(),
  };
}

/** What the server said of a document, and the same by name. */
interface Known {
  readonly text: string;
  readonly items: PreviewItems;
}

/** So that a keystroke in a document asks once, though each of its words is rendered. */
const ASK_AFTER_MS = 100;
/** VS Code loads the whole preview again; told to do so twice in a moment, it may end with the older one. */
const REDRAW_AFTER_MS = 1000;
const MOST_DOCUMENTS = 20;

/** VS Code tells its renderer which document it draws; other users of it do not. */
function documentOf(env: unknown): Uri | undefined {
  return (env as { readonly currentDocument?: Uri } | undefined)?.currentDocument;
}

function isPreviewOpen(): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(
      ({ input }) =>
        (input instanceof TabInputWebview || input instanceof TabInputCustom) &&
        input.viewType.includes("markdown.preview"),
    ),
  );
}
