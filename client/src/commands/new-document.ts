import { commands, FileType, l10n, Range, SnippetString, Uri, WorkspaceEdit, window, workspace } from "vscode";
import {
  newDocument as make,
  type NewChoice,
  type NewChoicesParams,
  type NewDocument,
  type NewDocumentParams,
  type NewRefusal,
  newChoices,
} from "../../../server/src/write-protocol.ts";
import { type Choice, choice, choose, heading } from "../choices.ts";
import type { Connection } from "../connection.ts";
import { warn } from "../messages.ts";
import { activePlace } from "../place.ts";
import { plainMessage } from "../pure/plain-text.ts";

/** What is known already of a document that is to be made. */
export interface NewWish {
  readonly template?: string;
  /** The folder that was clicked. */
  readonly folder?: Uri;
}

/** Asks what it is, what it is called and where it goes, and opens it with the fields to fill in; answers its id. */
export async function newDocument(connection: Connection, { template, folder }: NewWish): Promise<string | undefined> {
  const around = folder ?? (await placeAround());
  await connection.scanned();
  const uri = around?.toString();
  const choices = await connection.request<readonly NewChoice[]>(newChoices, { uri } satisfies NewChoicesParams);
  const wanted = choices.find((one) => one.template === template) ?? (await chooseKind(choices));
  if (wanted === undefined) return undefined;
  const title = await askTitle(wanted);
  if (title === undefined) return undefined;
  const params: NewDocumentParams = { template: wanted.template, title, uri, folder: folder?.toString() };
  const made = await connection.request<NewDocument | NewRefusal>(make, params);
  if ("refusal" in made) {
    warn(made.refusal);
    return undefined;
  }
  const proposed = Uri.parse(made.uri);
  const root = workspace.getWorkspaceFolder(proposed)?.uri;
  const target = root === undefined ? undefined : await choosePath(root, proposed, wanted);
  if (root !== undefined && target === undefined) return undefined;
  await open(target, made);
  return made.id;
}

/** The document at hand tells the project, else the only folder; with several, the person says. */
async function placeAround(): Promise<Uri | undefined> {
  const place = activePlace();
  const folders = workspace.workspaceFolders ?? [];
  if (place !== undefined && workspace.getWorkspaceFolder(place.uri) !== undefined) return place.uri;
  if (folders.length < 2) return folders[0]?.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: l10n.t("Which folder gets the new document?") }))?.uri;
}

interface ChoiceItem extends Choice {
  readonly made?: NewChoice;
}

async function chooseKind(choices: readonly NewChoice[]): Promise<NewChoice | undefined> {
  const item = (made: NewChoice): ChoiceItem =>
    choice({ label: made.label, description: made.id, detail: made.detail }, { made });
  const own = choices.filter((one) => one.own).map(item);
  const ours = choices.filter((one) => !one.own).map(item);
  const items: readonly ChoiceItem[] =
    own.length === 0 ? ours : [heading(l10n.t("Your team's"), {}), ...own, heading("Throughline", {}), ...ours];
  const picked = await choose(items, {
    title: l10n.t("New Document (1/3)"),
    placeHolder: l10n.t("What is it?"),
    matchOnDetail: true,
  });
  return picked?.made;
}

async function askTitle({ label }: NewChoice): Promise<string | undefined> {
  const title = await window.showInputBox({
    title: l10n.t("New {0} (2/3)", label),
    prompt: l10n.t("What is it called?"),
    placeHolder: l10n.t("One-tap pay"),
    validateInput: (text) => (text.trim() === "" ? l10n.t("Give it a title.") : undefined),
  });
  return title?.trim();
}

async function choosePath(root: Uri, proposed: Uri, { label }: NewChoice): Promise<Uri | undefined> {
  const value = proposed.path.slice(root.path.length).replace(/^\//, "");
  const end = value.length - (/\.md$/.exec(value)?.[0].length ?? 0);
  const path = await window.showInputBox({
    title: l10n.t("New {0} (3/3)", label),
    prompt: plainMessage(l10n.t("Where does it go? A path in the folder “{0}”.", root.path.split("/").at(-1) ?? "")),
    value,
    valueSelection: [value.lastIndexOf("/") + 1, end],
    validateInput: async (text) => {
      if (text.trim() === "" || text.endsWith("/")) return l10n.t("Give the file a name.");
      return (await exists(pathIn(root, text))) ? l10n.t("There is a file of this name already.") : undefined;
    },
  });
  return path === undefined ? undefined : pathIn(root, path);
}

/**
 * A real file where there is a folder, as New File in the Explorer makes one: it stands in the roadmap at once, and whoever
 * closes the tab too soon is left with a draft, not with an empty file. What is typed into it is unsaved, as anything that
 * is typed. Without a folder it is a document that asks for its place when it is saved.
 */
async function open(target: Uri | undefined, { text, snippet }: NewDocument): Promise<void> {
  if (target !== undefined) {
    const isCrlf = workspace.getConfiguration("files", target).get("eol") === "\r\n";
    const edit = new WorkspaceEdit();
    // Without further options it fails where there is a file already.
    edit.createFile(target, { contents: new TextEncoder().encode(isCrlf ? text.replaceAll("\n", "\r\n") : text) });
    if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t("The file could not be created: {0}", target.path));
  }
  const document =
    target === undefined
      ? await workspace.openTextDocument({ language: "markdown" })
      : await workspace.openTextDocument(target);
  const editor = await window.showTextDocument(document, { preview: false });
  // Before the text comes, so that it does not take the focus from what a person turns to next.
  await commands.executeCommand("workbench.action.focusActiveEditorGroup");
  const all = new Range(0, 0, document.lineCount, 0);
  // As it is: a block of YAML has its own idea of indentation.
  await editor.insertSnippet(new SnippetString(snippet), all, {
    ...{ undoStopBefore: true, undoStopAfter: true },
    keepWhitespace: true,
  });
}

function pathIn(root: Uri, path: string): Uri {
  const trimmed = path.trim().replace(/^[/\\]+/, "");
  return Uri.joinPath(root, /\.(md|markdown)$/i.test(trimmed) ? trimmed : `${trimmed}.md`);
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0;
  } catch {
    return false;
  }
}
