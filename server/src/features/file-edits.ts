import type { TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import { type Document, documentRange } from "../base/document.ts";
import type { TextEdit } from "../base/span.ts";
import type { FileEdit, PlanEdit } from "../edits/plan-edit.ts";
import { asSnippet } from "../edits/stops.ts";
import type { Project } from "../workspace/project.ts";
import { workspaceEdit } from "./edit.ts";

/** A change of the plan as LSP writes it. Files come to be first, and go last: what is written in between finds its place. */
export function planWorkspaceEdit(
  document: Document,
  { edits, files = [], fillIn }: PlanEdit,
  project: Project,
): WorkspaceEdit {
  if (fillIn !== undefined) return { documentChanges: [filledIn(document, fillIn)] };
  if (files.length === 0) return workspaceEdit(document, edits);
  const changed: TextDocumentEdit[] = edits.length === 0 ? [] : [changeOf(document, edits)];
  const before: NonNullable<WorkspaceEdit["documentChanges"]> = [];
  const after: NonNullable<WorkspaceEdit["documentChanges"]> = [];
  for (const file of files) {
    if (file.type === "change") changed.push(changeOf(file.document, file.edits));
    else if (file.type === "create") before.push(...created(file, project));
    else if (file.type === "rename")
      after.push({ kind: "rename", oldUri: project.uriOf(file.path), newUri: project.uriOf(file.to) });
    else after.push({ kind: "delete", uri: project.uriOf(file.path) });
  }
  return { documentChanges: [...before, ...changed, ...after] };
}

function filledIn(document: Document, { span, pieces }: NonNullable<PlanEdit["fillIn"]>): TextDocumentEdit {
  const snippet = { kind: "snippet" as const, value: asSnippet(pieces) };
  return {
    textDocument: { uri: document.uri, version: null },
    edits: [{ range: documentRange(document, span), snippet }],
  };
}

function created({ path, text }: Extract<FileEdit, { type: "create" }>, project: Project) {
  const uri = project.uriOf(path);
  const start = { line: 0, character: 0 };
  return [
    { kind: "create" as const, uri },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
  ];
}

function changeOf(document: Document, edits: readonly TextEdit[]): TextDocumentEdit {
  return {
    textDocument: { uri: document.uri, version: null },
    edits: edits.map(({ span, newText }) => ({ range: documentRange(document, span), newText })),
  };
}
