import { dirname, stem } from "../../base/path.ts";
import { say, type Words } from "../../base/say.ts";
import { slugOf } from "../../base/text.ts";
import { stemOf } from "../../model/stem-of.ts";
import { placeOf } from "../../workspace/place.ts";
import type { Project } from "../../workspace/project.ts";
import type { Found } from "../../workspace/query.ts";
import { named, refuseId } from "./check-new-id.ts";
import { fileMove } from "./file-move.ts";
import { type Move, movesOf, noMoves } from "./moves.ts";
import type { NewName, Renaming } from "./renaming.ts";

export interface RenameOptions {
  /** Whether files can be renamed together with texts. */
  readonly movesFiles: boolean;
  /** Whether the former id is noted under `aliases`. */
  readonly keeps?: boolean;
  /** Ids that others have taken on other branches: none of them is proposed. */
  readonly taken?: Iterable<string>;
}

export type Answer =
  | { readonly renaming: Renaming; readonly refusal?: undefined }
  | { readonly renaming?: undefined; readonly refusal: Words };

/**
 * Gives an item another name: another id; without one a document goes by its file's name, which changes then, and another item
 * by its title. Refuses with a sentence where that cannot be.
 */
export function renameItem(project: Project, found: Found, name: string, options: RenameOptions): Answer {
  const { item } = found;
  const to = withoutDocument(name.trim(), found);
  if (item.id === undefined) {
    if (options.keeps === true)
      return { refusal: say`${named(item)} has no id that could be kept. Give it one first.` };
    return item.site === "document" ? renameFile(project, found, to, options) : retitle(project, found, to);
  }
  const refusal =
    refuseId(project, found, to, options.taken) ?? (options.keeps === true ? refuseKeeping(found) : undefined);
  if (refusal !== undefined) return { refusal };
  if (to === item.id) return { renaming: renamingOf(project, []) };
  const file = fileMove(project, found, to);
  if (file?.isNeeded === true && (file.isTaken || !options.movesFiles)) {
    const name = named(item);
    return {
      refusal: file.isTaken
        ? say`${name} has its id from the name of its file, and there is a file of that name already.`
        : say`${name} has its id from the name of its file, which cannot be renamed from here. Rename the file, and all links follow.`,
    };
  }
  const moves = file === undefined || file.isTaken || !options.movesFiles ? [] : [file.move];
  const keeps = options.keeps === true ? { keeps: true } : {};
  return { renaming: renamingOf(project, [{ found, from: item.id, to, ...keeps }], moves) };
}

/** A requirement is named with its document, `PRD-1/FR-2`, and so its new name may be. */
function withoutDocument(name: string, { item }: Found): string {
  const document = item.base === "requirement" ? item.key.slice(0, item.key.lastIndexOf("/") + 1) : "";
  return document !== "" && name.startsWith(document) ? name.slice(document.length) : name;
}

export function renamingOf(
  project: Project,
  names: readonly NewName[],
  moves: readonly Move[] = [],
  prefix?: Renaming["prefix"],
): Renaming {
  return {
    project,
    names: new Map(names.map((name) => [placeOf(name.found), name])),
    moves: moves.length === 0 ? noMoves : movesOf(moves),
    rootOf: () => project.root,
    ...(prefix === undefined ? {} : { prefix }),
  };
}

/** Only the block at the top has a place for former ids, and those of requirements are not looked for. */
export function refuseKeeping({ item }: Found): Words | undefined {
  if (item.base === "requirement")
    return say`${item.id ?? ""} is a requirement, and requirements have no former ids: rename it without keeping the old one.`;
  return item.site === "nested" || item.site === "document"
    ? undefined
    : say`${named(item)} is written in the text, where there is no place for a former id.`;
}

function renameFile(project: Project, { item, file }: Found, to: string, { movesFiles }: RenameOptions): Answer {
  if (to === "") return { refusal: say`Write the new name of the file.` };
  if (/[\\/:*?"<>|\p{Cc}]|^\.+$|[ .]$/u.test(to)) return { refusal: say`“${to}” cannot be the name of a file.` };
  if (!movesFiles)
    return {
      refusal: say`${item.title} has no id, and goes by the name of its file. Rename the file, and all links follow.`,
    };
  const { path } = file;
  const isFolder = stemOf(path) !== stem(path);
  const old = isFolder ? dirname(path) : path;
  const ending = isFolder ? "" : path.slice(path.lastIndexOf("."));
  const around = dirname(old);
  const target = `${around === "" ? "" : `${around}/`}${to}${ending}`;
  if (target === old) return { renaming: renamingOf(project, []) };
  if (target.toLowerCase() !== old.toLowerCase() && project.query.exists(target) === true)
    return { refusal: say`There is ${target} already.` };
  return { renaming: renamingOf(project, [], [{ from: project.uriOf(old), to: project.uriOf(target) }]) };
}

function retitle(project: Project, found: Found, title: string): Answer {
  const { item } = found;
  const hash = item.key.lastIndexOf("#");
  const to = slugOf(title);
  if (to === "") return { refusal: say`Write the new title: links to this item go by it, for it has no id.` };
  if (item.site === "table")
    return {
      refusal: say`${item.title} is a row of a table and has no id. Change its name in the table, or give it an id.`,
    };
  const key = `${item.key.slice(0, hash)}#${to}`;
  if (key !== item.key && project.query.definition(key) !== undefined)
    return { refusal: say`“${title}” is the title of another item in this document. Give one of them an id.` };
  return { renaming: renamingOf(project, [{ found, from: item.key.slice(hash + 1), to, title }]) };
}
