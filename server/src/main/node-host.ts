import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { say } from "../base/say.ts";
import { canonicalUri, folderUri, parentUri, uriOf } from "../base/uri.ts";
import { type Host, isMarkdown, type Listing } from "../host.ts";
import { turns } from "../lsp/later.ts";
import { Ignored } from "../workspace/ignored.ts";
import { documentsElsewhere } from "./branches.ts";
import { decode } from "./decode.ts";
import { diskPath } from "./disk-path.ts";
import { pastOf } from "./past-host.ts";
import { pathOfUri } from "./path-of.ts";
import { readBytes } from "./read-bytes.ts";

/** The disk. Reads without waiting, which is several times faster for many small files; callers ask for a few at a time. */
export const nodeHost: Host = {
  atOnce: 64,
  list: (folder, names, except) => list(folder, names, except),
  readMany: async (uris) => uris.map(read),
  past: pastOf,
  elsewhere: documentsElsewhere,
};

/** The canonical URI of a path on this machine. */
export function uriOfPath(path: string): string {
  return canonicalUri(pathToFileURL(path).href);
}

/** The text of a file, or undefined when it cannot be read. Without a byte order mark, as editors hand texts over. */
function read(uri: string): string | undefined {
  try {
    return decode(readBytes(pathOfUri(uri)));
  } catch {
    return undefined;
  }
}

/** Milliseconds of listing before others get a turn. */
const slice = 3;

async function list(folder: string, names: readonly string[], except: readonly string[]): Promise<Listing> {
  const root = folderUri(folder);
  const ignored = new Ignored(root);
  const top = diskPath(`${root}/`);
  if (top === undefined) {
    const note = say`${folder} is no folder on this machine, and nothing in it is read.`;
    return { files: [], others: [], complete: true, ignored, note };
  }
  readAbove(root, ignored);
  const configurations: string[] = [];
  const files: string[] = [];
  const others: string[] = [];
  const isConfiguration = new Set(["throughline.yaml", ...names]);
  const foreign = new Set(except);
  const links = new Links(top);
  const folders: { readonly uri: string; readonly path: string }[] = [{ uri: root, path: top }];
  const pausing = turns(slice);
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const entries = entriesOf(next.path);
    if (entries.some((entry) => entry.name === ".gitignore" && !entry.isDirectory()))
      ignored.add(next.uri, read(`${next.uri}/.gitignore`) ?? "");
    for (const entry of entries) {
      const pause = pausing();
      if (pause !== undefined) await pause;
      const uri = uriOf(next.uri, entry.name);
      const type = entry.isSymbolicLink() ? links.follow(join(next.path, entry.name)) : typeOf(entry);
      if (type === "folder") {
        if (ignored.folder(uri)) continue;
        others.push(uri);
        if (!foreign.has(uri)) folders.push({ uri, path: join(next.path, entry.name) });
      } else if (type !== "nothing" && !ignored.file(uri)) {
        if (type === "known") others.push(uri);
        else if (isConfiguration.has(entry.name)) configurations.push(uri);
        else if (isMarkdown(entry.name)) files.push(uri);
        else others.push(uri);
      }
    }
  }
  return { files: [...configurations, ...files], others, complete: true, ignored };
}

/** An open folder may lie inside a repository: what is said further up counts too. */
function readAbove(root: string, ignored: Ignored): void {
  const above: string[] = [];
  for (let folder = root; folder.length > "file://".length; folder = parentUri(folder)) {
    if (folder !== root) above.push(folder);
    if (!existsSync(fileURLToPath(`${folder}/.git`))) continue;
    for (const place of above) ignored.add(place, read(`${place}/.gitignore`) ?? "");
    return;
  }
}

/** A folder that cannot be read is an empty one. */
function entriesOf(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

/**
 * Where symbolic links lead. One that leads to a place inside the folder, around it, or to where another led before, is
 * not followed: the same documents would count twice, and a loop would never end.
 */
class Links {
  readonly #root: string;
  readonly #seen = new Set<string>();

  constructor(root: string) {
    this.#root = existsSync(root) ? realpathSync(root) : root;
  }

  follow(path: string): "file" | "folder" | "known" | "nothing" {
    try {
      const target = realpathSync(path);
      if (this.#seen.has(target) || isBelow(this.#root, target) || isBelow(target, this.#root)) return "known";
      this.#seen.add(target);
      return typeOf(statSync(target));
    } catch {
      return "nothing";
    }
  }
}

/** Pipes, sockets and devices are nothing that anybody links to. */
function typeOf(what: { isDirectory(): boolean; isFile(): boolean }): "file" | "folder" | "nothing" {
  return what.isDirectory() ? "folder" : what.isFile() ? "file" : "nothing";
}

/** Whether `path` is `folder` or lies below it. */
function isBelow(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
