import { FileType, RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient, Disposable } from "vscode-languageclient";
import {
  type FilesList,
  type FilesListParams,
  type FilesRead,
  type FilesReadParams,
  filesList,
  filesRead,
} from "../../server/src/protocol.ts";
import { textOfBytes } from "./pure/text-of-bytes.ts";

/** As many files as the server gets from a place that only the client can reach. */
const MOST_FILES = 5_000;
const NEVER = ["node_modules", ".git"];

/** Lists and reads files for a server that cannot: in the browser, and where a folder is not on a disk. */
export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(filesList, ({ folder, names = [] }: FilesListParams) => list(Uri.parse(folder), names)),
    client.onRequest(filesRead, ({ uris }: FilesReadParams) => readMany(uris)),
  ];
}

async function list(folder: Uri, names: readonly string[]): Promise<FilesList> {
  const wanted = `**/{*.md,*.markdown,${["throughline.yaml", ".gitignore", ...names].join(",")}}`;
  const never = `**/{${NEVER.join(",")}}/**`;
  const found = await workspace.findFiles(new RelativePattern(folder, wanted), never, MOST_FILES + 1);
  // A place without a search of its own answers with nothing, not with an error.
  const uris = found.length > 0 ? found : await walk(folder, new Set(["throughline.yaml", ".gitignore", ...names]));
  return { uris: uris.slice(0, MOST_FILES).map(String), more: uris.length > MOST_FILES };
}

async function walk(folder: Uri, names: ReadonlySet<string>): Promise<readonly Uri[]> {
  const uris: Uri[] = [];
  const folders = [folder];
  for (let next = folders.shift(); next !== undefined && uris.length <= MOST_FILES; next = folders.shift()) {
    const here = next;
    const entries = await workspace.fs.readDirectory(here).then(
      (read) => read,
      () => [],
    );
    for (const [name, type] of entries) {
      const uri = Uri.joinPath(here, name);
      if ((type & FileType.Directory) !== 0) {
        // A link to a folder may lead back up.
        if (!NEVER.includes(name) && (type & FileType.SymbolicLink) === 0) folders.push(uri);
      } else if (/\.(md|markdown)$/i.test(name) || names.has(name)) uris.push(uri);
    }
  }
  return uris;
}

async function readMany(uris: readonly string[]): Promise<FilesRead> {
  return await Promise.all(
    uris.map(async (uri) => {
      try {
        return textOfBytes(await workspace.fs.readFile(Uri.parse(uri)));
      } catch {
        return null;
      }
    }),
  );
}
