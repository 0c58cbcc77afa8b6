import type { RenameFilesParams, WorkspaceEdit } from "vscode-languageserver";
import { memo } from "../base/memo.ts";
import { say } from "../base/say.ts";
import { folderUri } from "../base/uri.ts";
import { textsFor } from "../edits/renaming/file-edits.ts";
import { moveFiles } from "../edits/renaming/move-files.ts";
import type { Renaming } from "../edits/renaming/renaming.ts";
import type { Feature, State } from "./feature.ts";
import { allEdits, renameEdit } from "./rename-edit.ts";

/** Links follow files and folders that are renamed or moved: asked for before it happens. */
export const willRenameFiles: Feature = {
  capabilities: (client) =>
    client.workspace?.fileOperations?.willRename === true
      ? { workspace: { fileOperations: { willRename: { filters: [{ pattern: { glob: "**" } }] } } } }
      : undefined,
  requests: { "workspace/willRenameFiles": (params: Asked, state) => editFor(params, state) },
  reads: (params: Asked, state) => renamingsOf(params, state).flatMap(textsFor),
  needsAllFiles: true,
};

interface Asked extends RenameFilesParams {
  /** Our client asks so where VS Code corrects the links in the text of what it moves itself. */
  readonly leavesOwnLinks?: boolean;
}

function editFor(params: Asked, state: State): WorkspaceEdit | null {
  const files = allEdits(renamingsOf(params, state), state);
  return files.length === 0 ? null : renameEdit(files, [], state.tell(say`Links`), state);
}

function renamingsOf(params: Asked, { workspace }: State): readonly Renaming[] {
  const known = renamings(params);
  const all = params.files.map(({ oldUri, newUri }) => ({ from: folderUri(oldUri), to: folderUri(newUri) }));
  known.all ??= moveFiles(workspace, all, params.leavesOwnLinks === true ? { leavesOwnLinks: true } : {});
  return known.all;
}

/** They are asked for twice for one request: once for what has to be read. */
const renamings = memo((_: Asked) => ({ all: undefined as readonly Renaming[] | undefined }));
