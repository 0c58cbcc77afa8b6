import ignore from "ignore";
import { parentUri, pathOf } from "../base/uri.ts";

/**
 * What `.gitignore` files leave out below a folder, asked by URI. A file further down wins over one further up, but
 * nothing comes back from a folder that is left out as a whole, as in git. `node_modules` and `.git` are always out.
 */
export class Ignored {
  readonly #root: string;
  readonly #rules = new Map<string, ignore.Ignore>();
  readonly #folders = new Map<string, boolean>();
  #top: number;

  constructor(root: string) {
    this.#root = root;
    this.#top = root.length;
  }

  /** The text of the `.gitignore` in `folder`, which may also lie above the root. */
  add(folder: string, text: string): void {
    this.#rules.set(folder, ignore({ ignorecase: false }).add(text));
    this.#top = Math.min(this.#top, folder.length);
    this.#folders.clear();
  }

  /** Whether a file is left out, itself or with a folder around it. Nothing outside the root is known to be. */
  file(uri: string): boolean {
    if (uri === this.#root || pathOf(this.#root, uri) === undefined) return false;
    return this.folder(parentUri(uri)) || this.#names(uri, "");
  }

  folder(uri: string): boolean {
    if (uri.length <= this.#root.length) return false;
    const known = this.#folders.get(uri);
    if (known !== undefined) return known;
    const name = uri.slice(uri.lastIndexOf("/") + 1);
    const isOut = name === "node_modules" || name === ".git" || this.folder(parentUri(uri)) || this.#names(uri, "/");
    this.#folders.set(uri, isOut);
    return isOut;
  }

  /** Asks the nearest `.gitignore` that says anything about exactly this name; what it says about folders around it was asked before. */
  #names(uri: string, ending: string): boolean {
    if (this.#rules.size === 0) return false;
    for (let folder = parentUri(uri); folder.length >= this.#top; folder = parentUri(folder)) {
      const rules = this.#rules.get(folder);
      const path = rules === undefined ? undefined : pathOf(folder, uri);
      if (rules === undefined || path === undefined) continue;
      const { ignored, unignored } = rules.test(path + ending);
      if (unignored) return false;
      const around = path.lastIndexOf("/");
      if (ignored && (around < 0 || !rules.test(path.slice(0, around + 1)).ignored)) return true;
    }
    return false;
  }
}
