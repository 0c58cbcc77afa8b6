import type { CancellationToken, DocumentDiagnosticParams, WorkspaceDiagnosticParams } from "vscode-languageserver";
import type { Feature } from "../features/feature.ts";
import type { Session } from "./session.ts";

/** Diagnostics for clients that ask for them; the others are told unasked. */
export function diagnostics({ pull }: Session): Feature {
  if (pull === undefined) return { capabilities: () => undefined, requests: {} };
  return {
    capabilities: () => ({
      diagnosticProvider: { identifier: "throughline", interFileDependencies: true, workspaceDiagnostics: true },
    }),
    requests: {
      "textDocument/diagnostic": (params: DocumentDiagnosticParams) => pull.document(params),
      "workspace/diagnostic": (params: WorkspaceDiagnosticParams, _state: unknown, token: CancellationToken) =>
        pull.workspace(params, token),
    },
  };
}
