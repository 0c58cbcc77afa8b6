import { env, l10n, type Uri, type Webview } from "vscode";

/** The empty page that the panel's script fills. Nothing but that script runs in it, and nothing is loaded from anywhere else. */
export function panelPage(webview: Webview, script: Uri): string {
  const nonce = randomName();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource};`;
  return `<!doctype html>
<html lang="${env.language.replace(/[^\w-]/g, "")}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${l10n.t("Roadmap").replace(/[<&]/g, "")}</title>
</head>
<body>
<main id="app"></main>
<script nonce="${nonce}" src="${webview.asWebviewUri(script).toString()}"></script>
</body>
</html>`;
}

/** Nobody can guess it: a script that does not know it does not run. */
function randomName(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
