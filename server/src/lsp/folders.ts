import { pathOf } from "../base/uri.ts";
import type { Listing } from "../host.ts";

/** A workspace folder and what was found in it. */
export interface Folder {
  readonly root: string;
  /** Markdown files and configurations. */
  files: Set<string>;
  /** Other files and folders, which links may lead to. */
  others: Set<string>;
  /** Undefined until it is listed. */
  listing: Omit<Listing, "files" | "others"> | undefined;
}

/** The workspace folders; one may lie inside another, and a file belongs to the innermost. */
export class FolderSet {
  readonly #folders = new Map<string, Folder>();

  [Symbol.iterator](): IterableIterator<Folder> {
    return this.#folders.values();
  }

  get(root: string): Folder | undefined {
    return this.#folders.get(root);
  }

  /** From now on these; says which are new, and which have to look after what belonged to one that is gone. */
  become(roots: readonly string[]): { readonly added: readonly string[]; readonly widened: readonly string[] } {
    const removed = [...this.#folders.keys()].filter((root) => !roots.includes(root));
    const added = roots.filter((root) => !this.#folders.has(root));
    // What was known of it through a folder around it is known still: else what is gone by now would never be missed.
    const fresh = added.map((root): Folder => {
      const around = this.around(root);
      const inside = (uris: Iterable<string>): Set<string> => new Set([...uris].filter((uri) => isBelow(root, uri)));
      return { root, files: inside(around?.files ?? []), others: inside(around?.others ?? []), listing: undefined };
    });
    for (const root of removed) this.#folders.delete(root);
    const widened = [...this.#folders.keys()].filter((root) => removed.some((inner) => pathOf(root, inner)));
    for (const folder of fresh) this.#folders.set(folder.root, folder);
    return { added, widened };
  }

  /** The innermost folder around a file. */
  around(uri: string): Folder | undefined {
    let nearest: Folder | undefined;
    for (const folder of this.#folders.values())
      if (folder.root.length > (nearest?.root.length ?? -1) && isBelow(folder.root, uri)) nearest = folder;
    return nearest;
  }

  /** Other workspace folders that lie inside one. */
  inside(root: string): readonly string[] {
    return [...this.#folders.keys()].filter((other) => isBelow(root, other));
  }

  /** The workspace folders that go with a place that is gone: the place itself, and those inside it. */
  inOrAt(uri: string): readonly Folder[] {
    return [...this.#folders.values()].filter(({ root }) => root === uri || isBelow(uri, root));
  }

  /** Whether everything that links may lead to is known. */
  areComplete(): boolean {
    return [...this.#folders.values()].every(({ listing }) => listing?.complete === true);
  }
}

/** Whether a file or folder lies where nobody ever looks. */
export function isOutside(uri: string): boolean {
  return /\/(?:node_modules|\.git)(?:\/|$)/.test(uri);
}

function isBelow(root: string, uri: string): boolean {
  return uri.startsWith(root) && uri[root.length] === "/";
}
