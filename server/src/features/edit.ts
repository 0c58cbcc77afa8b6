import type { WorkspaceEdit } from "vscode-languageserver";
import { type Document, documentRange } from "../base/document.ts";
import type { TextEdit } from "../base/span.ts";

/** Edits of one document as LSP writes them. */
export function workspaceEdit(document: Document, edits: readonly TextEdit[]): WorkspaceEdit {
  return {
    changes: {
      [document.uri]: edits.map(({ span, newText }) => ({ range: documentRange(document, span), newText })),
    },
  };
}
