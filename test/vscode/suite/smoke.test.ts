import * as vscode from "vscode";
import { until } from "../../until.ts";
import { equal, ok } from "./assert.ts";

describe("the extension in VS Code", () => {
  const extension = () => vscode.extensions.getExtension("throughline.throughline");

  it("is there", () => {
    ok(extension(), "throughline.throughline is not installed");
  });

  it("wakes up when a document with a kind is opened", async () => {
    await vscode.window.showTextDocument(inFolder("prds/faster-checkout.md"));
    await until("the extension is active", () => extension()?.isActive);
  });

  it("says what is missing, under the text", async () => {
    const uri = inFolder("goals/sell-abroad.md");
    await vscode.window.showTextDocument(uri);
    const found = await until("a diagnostic", () => vscode.languages.getDiagnostics(uri).find(isOurs));
    equal([codeOf(found), found.severity], ["missing-kpi", vscode.DiagnosticSeverity.Warning]);
  });
});

function isOurs(diagnostic: vscode.Diagnostic): boolean {
  return diagnostic.source === "throughline";
}

function codeOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === "object" ? code.value : code;
}

function inFolder(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, "no folder is open");
  return vscode.Uri.joinPath(folder.uri, path);
}
