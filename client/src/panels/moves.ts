import { l10n, Range, type Uri, WorkspaceEdit, workspace } from "vscode";
import { applyPlanned } from "../apply-edit.ts";

/** What was moved in the panel, to be taken back there. */
export interface Moves {
  /** Keeps how the document was before and how it is after. */
  remember(uri: Uri, move: () => Promise<void>): Promise<void>;
  undo(): Promise<void>;
}

interface Move {
  readonly uri: Uri;
  readonly before: string;
  readonly after: string;
}

const most = 50;

export function rememberMoves(): Moves {
  const done: Move[] = [];
  const textOf = async (uri: Uri) => (await workspace.openTextDocument(uri)).getText();
  return {
    async remember(uri, move) {
      const before = await textOf(uri);
      await move();
      done.push({ uri, before, after: await textOf(uri) });
      if (done.length > most) done.shift();
    },
    async undo() {
      const last = done.pop();
      if (last === undefined) return;
      const { uri, before, after } = last;
      const document = await workspace.openTextDocument(uri);
      if (document.getText() !== after)
        throw new Error(l10n.t("The document has changed in the meantime. Please try again."));
      const { start, end, text } = difference(after, before);
      const edit = new WorkspaceEdit();
      edit.replace(uri, new Range(document.positionAt(start), document.positionAt(end)), text);
      await applyPlanned(edit);
    },
  };
}

/** The one piece in which two texts differ. */
function difference(from: string, to: string): { readonly start: number; readonly end: number; readonly text: string } {
  let start = 0;
  while (start < from.length && from[start] === to[start]) start++;
  let kept = 0;
  while (kept < Math.min(from.length, to.length) - start && from.at(-1 - kept) === to.at(-1 - kept)) kept++;
  return { start, end: from.length - kept, text: to.slice(start, to.length - kept) };
}
