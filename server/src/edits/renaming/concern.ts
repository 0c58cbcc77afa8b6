import { memo } from "../../base/memo.ts";
import { pathOf } from "../../base/uri.ts";
import { stemOf } from "../../model/stem-of.ts";
import { namesOf } from "../../workspace/contributions.ts";
import type { Renaming } from "./renaming.ts";

/** What can be looked up quickly about a renaming: nearly nothing in a plan is concerned by it. */
export interface Concern {
  /** Names that change or lead to something that does, in lower case. */
  readonly words: ReadonlySet<string>;
  /** Paths of the files in which items get another name. */
  readonly files: ReadonlySet<string>;
  /** What names begin with that may have been left behind when a prefix changed, in lower case. */
  readonly lost: string | undefined;
  /** Whether what lies at a path of the project goes elsewhere. */
  isMoved(path: string): boolean;
}

export const concernOf = memo((renaming: Renaming): Concern => {
  const { project, names, moves } = renaming;
  const lost = renaming.lost === undefined ? undefined : `${renaming.lost.from.toLowerCase()}-`;
  const words = new Set<string>();
  const named = new Set<string>();
  for (const { found, from } of names.values()) {
    const { file } = found;
    named.add(file.path);
    // What a link to the document is shown as may say the id of something in it.
    for (const [index, { site }] of file.items.entries())
      if (site === "document") for (const { name } of namesOf(file, index)) words.add(name.toLowerCase());
    words.add(from.toLowerCase());
    words.add(found.item.key.toLowerCase());
  }
  const files = new Set<string>();
  const folders: string[] = [];
  for (const { from } of moves.all) {
    const path = pathOf(project.root, from);
    if (path === undefined) {
      // A folder around the project takes all of it along.
      if (project.root.startsWith(`${from}/`)) folders.push("");
    } else if (project.summary(path) !== undefined) {
      files.add(path);
      words.add(stemOf(path).toLowerCase());
    } else {
      files.add(path);
      folders.push(path === "" ? "" : `${path}/`);
    }
  }
  if (folders.length > 0) {
    for (const path of project.paths())
      if (folders.some((folder) => path.startsWith(folder))) words.add(stemOf(path).toLowerCase());
  }
  return {
    words,
    files: named,
    lost,
    isMoved: (path) => files.has(path) || folders.some((folder) => path.startsWith(folder)),
  };
});
