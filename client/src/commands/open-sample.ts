import { commands, type ExtensionContext, env, FileType, UIKind, Uri, workspace } from "vscode";

/** Copies the sample product out of the extension, where it may be changed, and opens it in a window of its own. */
export async function openSample(context: ExtensionContext): Promise<void> {
  const folder = Uri.joinPath(context.globalStorageUri, "sample");
  if (!(await isThere(Uri.joinPath(folder, "vision.md")))) await copySample(context, folder);
  await commands.executeCommand("vscode.openFolder", folder, {
    forceNewWindow: env.uiKind === UIKind.Desktop && workspace.workspaceFolders !== undefined,
  });
}

/** The documents travel as one file: on the web an extension cannot list its own folders. */
async function copySample({ extensionUri }: ExtensionContext, folder: Uri): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, "dist/sample.json"));
  const files: Readonly<Record<string, string>> = JSON.parse(new TextDecoder().decode(bytes));
  for (const [path, text] of Object.entries(files)) {
    await workspace.fs.writeFile(Uri.joinPath(folder, path), new TextEncoder().encode(text));
  }
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type === FileType.File;
  } catch {
    return false;
  }
}
