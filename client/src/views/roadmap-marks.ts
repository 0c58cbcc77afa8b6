import { Disposable, type Event, EventEmitter, FileDecoration, l10n, ThemeColor, Uri, window } from "vscode";
import { rowMark } from "../pure/row-look.ts";
import type { RowNode } from "../pure/row-tree.ts";
import type { RoadmapChanges } from "./roadmap-changes.ts";

const scheme = "throughline";

/** The address that a row's mark hangs on. Never a file's: the file's own decorations would show on the row as well. */
export function markUri({ serial }: RowNode): Uri {
  return Uri.from({ scheme, path: `/row/${serial}` });
}

export interface RowMarks extends Disposable {
  show(nodes: readonly RowNode[]): void;
  forget(node: RowNode): void;
}

/** Colours rows that have problems, and says how many; and marks those that changed since a moment that was chosen. */
export function markRows(changes: RoadmapChanges): RowMarks {
  const changed = new EventEmitter<Uri[]>();
  /** By address: the row, and its mark as it was last shown. */
  const shown = new Map<string, { readonly node: RowNode; readonly mark: string }>();
  const decorate = (onDidChange: Event<Uri[]>, decorationOf: (node: RowNode) => FileDecoration | undefined) =>
    window.registerFileDecorationProvider({
      onDidChangeFileDecorations: onDidChange,
      provideFileDecoration(uri) {
        const node = uri.scheme === scheme ? shown.get(uri.path)?.node : undefined;
        return node === undefined ? undefined : decorationOf(node);
      },
    });
  const compared = new EventEmitter<Uri[]>();
  const listening = [
    changed,
    compared,
    decorate(changed.event, decoration),
    // VS Code writes the marks of several one behind the other.
    decorate(compared.event, changes.mark),
    changes.onMarked(() => compared.fire([...shown.values()].map(({ node }) => markUri(node)))),
  ];
  return {
    show(nodes) {
      const fresh: Uri[] = [];
      for (const node of nodes) {
        const uri = markUri(node);
        const mark = JSON.stringify(rowMark(node.row) ?? null);
        const before = shown.get(uri.path);
        if (before?.mark === mark) continue;
        shown.set(uri.path, { node, mark });
        if (before !== undefined) fresh.push(uri);
      }
      if (fresh.length > 0) changed.fire(fresh);
    },
    forget(node) {
      shown.delete(markUri(node).path);
    },
    dispose: () => Disposable.from(...listening).dispose(),
  };
}

function decoration({ row }: RowNode): FileDecoration | undefined {
  const mark = rowMark(row);
  if (mark === undefined) return undefined;
  const tooltip = row.problems === 1 ? l10n.t("1 problem") : l10n.t("{0} problems", row.problems ?? 0);
  return new FileDecoration(mark.badge, row.problems ? tooltip : undefined, mark.colour && new ThemeColor(mark.colour));
}
