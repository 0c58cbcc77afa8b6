import {
  commands,
  Disposable,
  type LogOutputChannel,
  l10n,
  type Memento,
  type TreeView,
  window,
  workspace,
} from "vscode";
import { type RoadmapReveal, type RoadmapRevealParams, roadmapReveal } from "../../../server/src/protocol.ts";
import type { Connection } from "../connection.ts";
import { activePlace, type Place } from "../place.ts";
import type { RowNode } from "../pure/row-tree.ts";
import { setting } from "../settings.ts";
import { dragRows } from "./drag-rows.ts";
import { focusedRows } from "./focused-rows.ts";
import type { RoadmapChanges } from "./roadmap-changes.ts";
import { type Look, type RoadmapOptions, rememberOptions } from "./roadmap-options.ts";
import { createRows, type Rows } from "./roadmap-rows.ts";

const roadmapView = "throughline.roadmap";

/** How long the cursor has to rest before the tree follows it. */
const FOLLOW_AFTER_MS = 250;

const MOST_TRIES = 4;
const SELECTED_AFTER_MS = 60;

export interface Roadmap extends Disposable {
  /** The rows that a key is meant for. */
  focused(): Promise<readonly RowNode[]>;
  /** How it is looked at, and the name of the team's view that this is. */
  readonly look: Look;
  readonly view: string;
  /** Looks at it in another way; by a name, where that is a view of the team. */
  setLook(look: Partial<Look>, view?: string): Promise<void>;
  refresh(): void;
  /** Selects the row of the item at a place; false when there is none. */
  reveal(place: Place, focus: boolean): Promise<boolean>;
}

export function createRoadmap(
  connection: Connection,
  changes: RoadmapChanges,
  memory: Memento,
  log: LogOutputChannel,
): Roadmap {
  const options = rememberOptions(memory);
  const rows = createRows(connection, options, changes, log);
  const view = window.createTreeView<RowNode>(roadmapView, {
    treeDataProvider: rows.provider,
    dragAndDropController: dragRows(connection, options),
    canSelectMany: true,
    showCollapseAll: true,
  });
  let following: ReturnType<typeof setTimeout> | undefined;

  const describe = (): void => describeCounts(view, connection, rows, options);

  async function reveal({ uri, position }: Place, focus: boolean): Promise<boolean> {
    const params: RoadmapRevealParams = {
      ...options.look,
      uri: uri.toString(),
      position: { line: position.line, character: position.character },
    };
    // A tree that is shown for the first time is filled while we ask, and then nothing is selected: it is asked again.
    for (let tries = 1; ; tries++) {
      const node = rows.adopt(await connection.request<RoadmapReveal>(roadmapReveal, params));
      if (node === undefined) return false;
      await view.reveal(node, { select: true, focus, expand: false });
      if (!focus || tries === MOST_TRIES || (await isSelected(node.row.id))) return true;
    }
  }

  /** VS Code tells of a selection a moment after it was made. */
  async function isSelected(id: string): Promise<boolean> {
    for (let left = 5; left > 0; left--) {
      if (view.selection.some(({ row }) => row.id === id)) return true;
      await new Promise((resolve) => setTimeout(resolve, SELECTED_AFTER_MS));
    }
    return view.selection.some(({ row }) => row.id === id);
  }

  function followSoon(): void {
    clearTimeout(following);
    if (!view.visible || connection.state?.state !== "ready" || !setting("roadmap.followEditor", false)) return;
    following = setTimeout(() => {
      const place = activePlace();
      if (place !== undefined) void reveal(place, false).catch(() => undefined);
    }, FOLLOW_AFTER_MS);
  }

  const listening: readonly Disposable[] = [
    view,
    rows,
    rows.onCounted(describe),
    view.onDidExpandElement(({ element }) => rows.setOpen(element, true)),
    view.onDidCollapseElement(({ element }) => rows.setOpen(element, false)),
    showProgress(connection),
    connection.onState(() => {
      showBadge(view, connection);
      describe();
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("throughline.enable")) rows.refresh();
      if (change.affectsConfiguration("throughline.roadmap.badge")) showBadge(view, connection);
      if (change.affectsConfiguration("throughline.roadmap.groupBy")) {
        options.settingChanged();
        rows.refresh();
      }
    }),
    window.onDidChangeActiveTextEditor(followSoon),
    window.onDidChangeTextEditorSelection(followSoon),
    view.onDidChangeVisibility(({ visible }) => {
      rows.setVisible(visible);
      followSoon();
    }),
  ];

  return {
    focused: () => focusedRows(view),
    get look() {
      return options.look;
    },
    get view() {
      return options.view;
    },
    async setLook(look, name = "") {
      const before = options.look;
      await options.change(look, name);
      const { by, filter, sort, showDone } = options.look;
      const isSame =
        by === before.by && filter === before.filter && sort === before.sort && showDone === before.showDone;
      if (isSame) describe();
      else rows.refresh();
    },
    refresh: rows.refresh,
    reveal,
    dispose() {
      clearTimeout(following);
      Disposable.from(...listening).dispose();
    },
  };
}

/** While the server starts and reads, the bar at the top of the view moves. */
function showProgress(connection: Connection): Disposable {
  let finish: (() => void) | undefined;
  return connection.onState((state) => {
    const working = state?.state === "starting" || state?.state === "scanning";
    if (!working) {
      finish?.();
      finish = undefined;
    } else if (finish === undefined) {
      const finished = new Promise<void>((resolve) => (finish = resolve));
      void window.withProgress({ location: { viewId: roadmapView } }, () => finished);
    }
  });
}

function showBadge(view: TreeView<RowNode>, { state }: Connection): void {
  const errors = state !== undefined && "errors" in state ? state.errors : 0;
  const wanted = errors > 0 && setting("roadmap.badge", "errors") === "errors";
  view.badge = wanted
    ? { value: errors, tooltip: errors === 1 ? l10n.t("1 error") : l10n.t("{0} errors", errors) }
    : undefined;
}

/** The lines above the rows. Without rows there is a welcome text, and VS Code shows only one of the two. */
function describeCounts(
  view: TreeView<RowNode>,
  { state }: Connection,
  { counts }: Rows,
  { look: { filter }, view: name }: RoadmapOptions,
): void {
  const nothingMatches = filter !== "" && counts?.shown === 0;
  void commands.executeCommand("setContext", "throughline.nothingMatches", nothingMatches);
  const lines: string[] = [];
  if (counts !== undefined && counts.shown > 0) {
    if (filter !== "") lines.push(l10n.t("“{0}”: {1} of {2} shown", name || filter, counts.shown, counts.total));
    if (counts.wrong !== undefined) lines.push(counts.wrong);
    if (state?.state === "broken-config") lines.push(l10n.t("The configuration has an error; the rest of it applies."));
    if (state !== undefined && "note" in state && state.note !== undefined) lines.push(state.note);
  }
  view.description = name;
  view.message = lines.length > 0 ? lines.join(" · ") : undefined;
}
