import { commands, type ExtensionContext, env, FileType, UIKind, Uri, workspace } from "vscode";

/** Set while the window with the sample is on its way: there the extension starts anew and knows nothing else. */
const OPENING = "sample.opening";

/** Copies the sample product out of the extension, where it may be changed, and opens it in a window of its own. */
export async function openSample(context: ExtensionContext): Promise<void> {
  const folder = sampleFolder(context);
  if (!(await isThere(Uri.joinPath(folder, "vision.md")))) await copySample(context, folder);
  await context.globalState.update(OPENING, true);
  await commands.executeCommand("vscode.openFolder", folder, {
    forceNewWindow: env.uiKind === UIKind.Desktop && workspace.workspaceFolders !== undefined,
  });
}

/** In the window that "Open Sample" has opened: what there is to read first, and the roadmap beside it. */
export async function greetInSample(context: ExtensionContext): Promise<void> {
  const folder = sampleFolder(context);
  const isHere = (workspace.workspaceFolders ?? []).some(({ uri }) => uri.toString() === folder.toString());
  if (!isHere || !context.globalState.get(OPENING)) return;
  await context.globalState.update(OPENING, undefined);
  await commands.executeCommand("throughline.roadmap.focus");
  await commands.executeCommand("markdown.showPreview", Uri.joinPath(folder, "README.md"));
}

function sampleFolder({ globalStorageUri }: ExtensionContext): Uri {
  return Uri.joinPath(globalStorageUri, "sample");
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
