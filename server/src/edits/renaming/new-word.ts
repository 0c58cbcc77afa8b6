import { pathOf } from "../../base/uri.ts";
import { idPrefix, splitQualified } from "../../model/requirement-id.ts";
import { stemOf } from "../../model/stem-of.ts";
import type { Summary } from "../../model/summary.ts";
import { placeOf } from "../../workspace/place.ts";
import type { Found } from "../../workspace/query.ts";
import { encodeSegment } from "./encode-path.ts";
import type { NewName, Renaming } from "./renaming.ts";
import { spelledLike } from "./spelling.ts";

/**
 * What a name is to be afterwards, as it is written in a file: an id, the name of a file, or either with a part behind it.
 * The same text where nothing changes: a former id stays, for it leads to the item all the same.
 *
 *     FEAT-12   feat-12   PRD-1/FR-2   PRD-1#wallet   growth
 */
export function newWord(word: string, from: Found | Summary, renaming: Renaming): string {
  const { query } = renaming.project;
  const { schema } = query.config;
  const led = query.resolve(from, { type: "name", name: word });
  const found = led.type === "item" ? led.found : undefined;
  const qualified = splitQualified(schema, word);
  if (qualified !== undefined) {
    const { document, requirement } = qualified;
    const head = newWord(document, from, renaming);
    const end = found === undefined ? requirement : ofItem(requirement, found, renaming);
    // Only an id can stand in front: the name of a file would make a path of it.
    return `${idPrefix(head) === undefined ? document : head}/${end}`;
  }
  const hash = word.lastIndexOf("#");
  if (hash > 0 && (found === undefined || isKeyOf(word, found))) {
    const [front, behind] = [word.slice(0, hash), word.slice(hash + 1)];
    const document = found === undefined ? undefined : documentOf(found, renaming);
    const head = document === undefined ? newWord(front, from, renaming) : ofItem(front, document, renaming);
    const end = found === undefined ? behind : ofItem(behind, found, renaming);
    return `${head.startsWith("/") ? front : head}#${end}`;
  }
  if (found !== undefined) return ofItem(word, found, renaming);
  return led.type === "file" ? ofFile(word, led.path, renaming) : leftBehind(word, renaming);
}

/** `TASK-7` where there is none and BACK-7 is. */
function leftBehind(word: string, { project, lost }: Renaming): string {
  if (lost === undefined || !hasPrefix(word.toUpperCase(), lost.from.toUpperCase())) return word;
  const [from, to] = [lost.from, lost.to].map((prefix) => prefix + word.slice(lost.from.length)) as [string, string];
  const found = project.query.definition(to);
  return found?.item.id === undefined ? word : spelledLike(word, from, to);
}

/** `TASK-7`, and `TASK-7.1` as some number the parts. */
export function hasPrefix(id: string, prefix: string): boolean {
  return id.startsWith(`${prefix}-`) && /\d/.test(id[prefix.length + 1] ?? "");
}

/** The name that an item gets, if it gets one. */
export function newNameOf(found: Found, { names }: Renaming): NewName | undefined {
  return names.size === 0 ? undefined : names.get(placeOf(found));
}

/** Without an id an item that is no document goes by its document and its title. */
function isKeyOf(word: string, { item }: Found): boolean {
  return item.id === undefined && item.site !== "document" && item.key.toLowerCase() === word.toLowerCase();
}

function documentOf({ file }: Found, { project }: Renaming): Found | undefined {
  const index = file.items.findIndex(({ site }) => site === "document");
  return index < 0 ? undefined : project.query.at(file.path, index);
}

function ofItem(word: string, found: Found, renaming: Renaming): string {
  const { item, file } = found;
  const lower = word.toLowerCase();
  const fresh = newNameOf(found, renaming);
  if (item.id === undefined && item.site !== "document")
    return fresh === undefined ? word : spelledLike(word, fresh.from, fresh.to);
  if (item.id?.toLowerCase() === lower) return fresh === undefined ? word : spelledLike(word, fresh.from, fresh.to);
  if (item.fields.get("aliases")?.values.some(({ text }) => text.toLowerCase() === lower)) return word;
  return item.site === "document" ? ofFile(word, file.path, renaming) : word;
}

/** A file's name without its ending, or its folder's; where the new one cannot be written as a name, or is not the only one, its path. */
function ofFile(word: string, path: string, { project, moves }: Renaming): string {
  const to = moves.of(project.uriOf(path));
  const target = to === undefined ? undefined : pathOf(project.root, to);
  if (target === undefined || stemOf(path).toLowerCase() !== word.toLowerCase()) return word;
  const name = stemOf(target);
  if (name === stemOf(path)) return word;
  const isOnly = project.named(name).every((bearer) => bearer.path === path);
  if (isOnly && isWritable(name)) return spelledLike(word, stemOf(path), name);
  return `/${target
    .split("/")
    .map((segment) => encodeSegment(segment, "field", ""))
    .join("/")}`;
}

/** Whether a name is one wherever names are written: in a list, in quotes, in `[[ ]]`, in a table. */
function isWritable(name: string): boolean {
  return /^[\p{L}\p{N}_.~]/u.test(name) && !/[\p{Cc}%#?"'\\[\]{}()<>|`:,/]|\.(?:md|markdown)$|\s$/iu.test(name);
}
