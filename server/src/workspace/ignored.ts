import { parentUri, pathOf } from "../base/uri.ts";
import { type GitIgnore, readGitIgnore } from "./gitignore.ts";

/**
 * What `.gitignore` files leave out below a folder, asked by URI. A file further down wins over one further up, but
 * nothing comes back from a folder that is left out as a whole, as in git. `node_modules` and `.git` are always out.
 */
export class Ignored {
  readonly #root: string;
  readonly #rules = new Map<string, GitIgnore>();
  readonly #folders = new Map<string, boolean>();
  #top: number;

  constructor(root: string) {
    this.#root = root;
    this.#top = root.length;
  }

  /** The text of the `.gitignore` in `folder`, which may also lie above the root. */
  add(folder: string, text: string): void {
    this.#rules.set(folder, readGitIgnore(text));
    this.#top = Math.min(this.#top, folder.length);
    this.#folders.clear();
  }

  /** Whether a file is left out, itself or with a folder around it. Nothing outside the root is known to be. */
  file(uri: string): boolean {
    if (uri === this.#root || pathOf(this.#root, uri) === undefined) return false;
    return this.folder(parentUri(uri)) || this.#names(uri, false);
  }

  folder(uri: string): boolean {
    if (uri.length <= this.#root.length) return false;
    const known = this.#folders.get(uri);
    if (known !== undefined) return known;
    const name = uri.slice(uri.lastIndexOf("/") + 1);
    const isOut = name === "node_modules" || name === ".git" || this.folder(parentUri(uri)) || this.#names(uri, true);
    this.#folders.set(uri, isOut);
    return isOut;
  }

  /** Asks the nearest `.gitignore` that says anything about exactly this name; what it says about folders around it was asked before. */
  #names(uri: string, isFolder: boolean): boolean {
    if (this.#rules.size === 0) return false;
    for (let folder = parentUri(uri); folder.length >= this.#top; folder = parentUri(folder)) {
      const path = this.#rules.has(folder) ? pathOf(folder, uri) : undefined;
      const isOut = path === undefined ? undefined : this.#rules.get(folder)!(path, isFolder);
      if (isOut !== undefined) return isOut;
    }
    return false;
  }
}
