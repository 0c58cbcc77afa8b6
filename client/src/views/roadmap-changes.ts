import { commands, Disposable, type Event, EventEmitter, FileDecoration, Uri, workspace } from "vscode";
import {
  type ChangedItem,
  type RoadmapDiff,
  type RoadmapDiffParams,
  roadmapDiff,
} from "../../../server/src/protocol.ts";
import type { Connection } from "../connection.ts";
import type { RowNode } from "../pure/row-tree.ts";

const scheme = "throughline-changes";

/** How long the plan has to rest before it is compared again. */
const REST_MS = 600;

export type Since = RoadmapDiffParams;

/** What changed on the roadmap since a moment that somebody has chosen: marks behind rows, and a page that tells it. */
export interface RoadmapChanges extends Disposable {
  readonly since: Since | undefined;
  readonly onMarked: Event<void>;
  /** What happened to the item of a row. */
  mark(node: RowNode): FileDecoration | undefined;
  /** Compares, shows the page, and marks rows until another moment is chosen. Throws where nothing can be compared. */
  show(since: Since): Promise<void>;
  clear(): Promise<void>;
}

export function compareRoadmap(connection: Connection): RoadmapChanges {
  const marked = new EventEmitter<void>();
  const told = new EventEmitter<Uri>();
  let since: Since | undefined;
  let page = "";
  let marks: ReadonlyMap<string, ChangedItem> = new Map();
  let resting: ReturnType<typeof setTimeout> | undefined;

  async function compare(wanted: Since): Promise<void> {
    const { problem, markdown, items } = await connection.request<RoadmapDiff>(roadmapDiff, wanted);
    if (problem !== undefined) throw new Error(problem);
    // VS Code closes a page without an editor after three minutes, and then its preview hears of no change.
    if (since !== undefined) await workspace.openTextDocument(pageUri(since));
    page = markdown;
    marks = new Map(items.map((item) => [nameOf(item.uri, item.item), item]));
    marked.fire();
    if (since !== undefined) told.fire(pageUri(since));
  }

  const listening = Disposable.from(
    marked,
    told,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: told.event,
      provideTextDocumentContent: () => page,
    }),
    connection.onRoadmap(() => {
      if (since === undefined) return;
      clearTimeout(resting);
      // Nobody asked just now: what cannot be compared any more stays as it was.
      resting = setTimeout(() => since && void compare(since).catch(() => undefined), REST_MS);
    }),
  );

  return {
    get since() {
      return since;
    },
    onMarked: marked.event,
    mark({ row }) {
      const change =
        row.item === undefined || row.location === undefined
          ? undefined
          : marks.get(nameOf(row.location.uri, row.item));
      return change === undefined ? undefined : new FileDecoration(change.badge, change.says);
    },
    async show(wanted) {
      await compare(wanted);
      since = wanted;
      await commands.executeCommand("setContext", "throughline.comparing", true);
      told.fire(pageUri(wanted));
      await commands.executeCommand("markdown.showPreview", pageUri(wanted));
    },
    async clear() {
      since = undefined;
      marks = new Map();
      marked.fire();
      await commands.executeCommand("setContext", "throughline.comparing", false);
    },
    dispose() {
      clearTimeout(resting);
      listening.dispose();
    },
  };
}

function nameOf(uri: string, item: string): string {
  return `${uri} ${item}`;
}

function pageUri({ name }: Since): Uri {
  return Uri.from({ scheme, path: `/Roadmap since ${name.replaceAll("/", "-")}.md` });
}
