import { nameOf, parentUri } from "../server/src/base/uri.ts";
import { type Host, isMarkdown, type Listing } from "../server/src/host.ts";
import { Ignored } from "../server/src/workspace/ignored.ts";

/** What a watcher says happened, as numbers of the protocol: 1 created, 2 changed, 3 deleted. */
export interface Heard {
  readonly uri: string;
  readonly type: 1 | 2 | 3;
}

/**
 * A disk that moves while it is being looked at. Each change answers with what an editor's watcher says of it: of a folder
 * that comes or goes it says one thing, and nothing of what lies in it.
 */
export class MovingDisk {
  readonly texts = new Map<string, string>();

  write(uri: string, text: string): readonly Heard[] {
    if (this.#isFolder(uri) || this.#isBelowFile(uri)) return [];
    const type = this.texts.has(uri) ? 2 : 1;
    const folders = this.#foldersAround(uri).filter((folder) => !this.#isFolder(folder));
    this.texts.set(uri, text);
    return [...folders.map((folder): Heard => ({ uri: folder, type: 1 })), { uri, type }];
  }

  remove(uri: string): readonly Heard[] {
    const inside = [...this.texts.keys()].filter((other) => other === uri || other.startsWith(`${uri}/`));
    for (const other of inside) this.texts.delete(other);
    return inside.length === 0 ? [] : [{ uri, type: 3 }, ...this.#emptied(parentUri(uri))];
  }

  move(from: string, to: string): readonly Heard[] {
    if (to === from || to.startsWith(`${from}/`) || from.startsWith(`${to}/`)) return [];
    if (this.texts.has(to) || this.#isFolder(to) || this.#isBelowFile(to)) return [];
    const inside = [...this.texts].filter(([other]) => other === from || other.startsWith(`${from}/`));
    if (inside.length === 0) return [];
    const folders = this.#foldersAround(to).filter((folder) => !this.#isFolder(folder));
    for (const [uri] of inside) this.texts.delete(uri);
    for (const [uri, text] of inside) this.texts.set(to + uri.slice(from.length), text);
    return [
      { uri: from, type: 3 },
      ...this.#emptied(parentUri(from)),
      ...folders.map((folder): Heard => ({ uri: folder, type: 1 })),
      { uri: to, type: 1 },
    ];
  }

  /** Looks and reads a moment after it was asked, and finds what is there by then. */
  host(moment: () => Promise<void>): Host {
    return {
      atOnce: 2,
      list: async (root, names, except) => {
        await moment();
        return this.list(root, names, except);
      },
      readMany: async (uris) => {
        await moment();
        return uris.map((uri) => this.texts.get(uri));
      },
    };
  }

  list(root: string, names: readonly string[], except: readonly string[]): Listing {
    const ignored = new Ignored(root);
    for (const [uri, text] of this.texts) if (nameOf(uri) === ".gitignore") ignored.add(parentUri(uri), text);
    const isMine = (uri: string): boolean =>
      uri.startsWith(`${root}/`) && !ignored.file(uri) && !except.some((other) => uri.startsWith(`${other}/`));
    const mine = [...this.texts.keys()].filter(isMine);
    const isText = (uri: string): boolean => isMarkdown(uri) || ["throughline.yaml", ...names].includes(nameOf(uri));
    const folders = new Set(
      mine.flatMap((uri) => this.#foldersAround(uri)).filter((uri) => uri.startsWith(`${root}/`)),
    );
    return {
      files: mine.filter(isText).sort((a, b) => Number(isMarkdown(a)) - Number(isMarkdown(b))),
      others: [...mine.filter((uri) => !isText(uri)), ...folders],
      complete: true,
      ignored,
    };
  }

  #isFolder(uri: string): boolean {
    return [...this.texts.keys()].some((other) => other.startsWith(`${uri}/`));
  }

  #isBelowFile(uri: string): boolean {
    return this.#foldersAround(uri).some((folder) => this.texts.has(folder));
  }

  /** A folder of ours stands only for as long as something lies in it. */
  #emptied(folder: string): readonly Heard[] {
    const gone: Heard[] = [];
    for (let at = folder; at.length > "file:///".length && !this.#isFolder(at); at = parentUri(at))
      gone.push({ uri: at, type: 3 });
    return gone;
  }

  #foldersAround(uri: string): readonly string[] {
    const folders: string[] = [];
    for (let at = parentUri(uri); at.length > "file:///".length; at = parentUri(at)) folders.unshift(at);
    return folders;
  }
}
