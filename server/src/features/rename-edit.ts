import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  OptionalVersionedTextDocumentIdentifier,
  RenameFile,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { documentRange } from "../base/document.ts";
import { say } from "../base/say.ts";
import { editsFor, type FileEdits } from "../edits/renaming/file-edits.ts";
import type { Move } from "../edits/renaming/moves.ts";
import type { Renaming } from "../edits/renaming/renaming.ts";
import type { State } from "./feature.ts";
import { Refusal } from "./refusal.ts";

/** The edits of renamings, all of them or none: where one text is not to be had, nothing is renamed. */
export function allEdits(renamings: readonly Renaming[], state: Pick<State, "document">): readonly FileEdits[] {
  const made = renamings.map((renaming) => editsFor(renaming, (uri) => state.document(uri)));
  const failed = made.flatMap((one) => one.failed);
  if (failed.length > 0)
    throw new Refusal(
      say`${failed[0]!} could not be read, or has changed on the disk, so nothing was renamed. Try again.`,
    );
  return made.flatMap(({ files }) => files);
}

/**
 * Texts first, then files, as one edit. Open documents say which version is meant, so that nothing is changed that was typed
 * since; the preview of editors that have one groups what goes along.
 */
export function renameEdit(
  files: readonly FileEdits[],
  moves: readonly Move[],
  label: string,
  state: State,
): WorkspaceEdit {
  const can = state.client.workspace?.workspaceEdit;
  if (can?.documentChanges !== true)
    return { changes: Object.fromEntries(files.map((file) => [file.document.uri, textEdits(file)])) };
  const annotated = can.changeAnnotationSupport !== undefined;
  const changes = files.map((file) => {
    const { uri } = file.document;
    const textDocument: OptionalVersionedTextDocumentIdentifier = { uri, version: state.version(uri) ?? null };
    const edits: (TextEdit | AnnotatedTextEdit)[] = textEdits(file);
    return { textDocument, edits: annotated ? edits.map((edit) => ({ ...edit, annotationId: "texts" })) : edits };
  });
  const renames = moves.map(
    ({ from, to }): RenameFile => ({
      kind: "rename",
      oldUri: from,
      newUri: to,
      ...(annotated ? { annotationId: "files" } : {}),
    }),
  );
  const annotations: Record<string, ChangeAnnotation> = {
    texts: { label },
    ...(renames.length === 0 ? {} : { files: { label: state.tell(say`File names`) } }),
  };
  return { documentChanges: [...changes, ...renames], ...(annotated ? { changeAnnotations: annotations } : {}) };
}

/** Whether this editor renames files when it is told to, together with edits of texts. */
export function movesFiles({ client }: State): boolean {
  const can = client.workspace?.workspaceEdit;
  return can?.documentChanges === true && can.resourceOperations?.includes("rename") === true;
}

function textEdits({ document, edits }: FileEdits): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: documentRange(document, span), newText }));
}
