import { decode, parentUri, pathOf, uriOf } from "../../base/uri.ts";
import { unescapeText } from "../../syntax/markdown-unescape.ts";
import { type AddressForm, encodeSegment } from "./encode-path.ts";
import type { Moves } from "./moves.ts";
import type { Renaming } from "./renaming.ts";

/**
 * The path of an address as it is to be written afterwards, where the document, what it leads to, or both have moved:
 * in the style in which it is written, and no more of it than has to. Undefined where it stays. `raw` is without `#…`.
 *
 *     ../goals/growth.md   ./growth   /goals/growth.md   My%20Plans/a.md
 */
export function newAddress(
  raw: string,
  paths: readonly string[],
  path: string,
  form: AddressForm,
  renaming: Renaming,
): string | undefined {
  const { project, moves } = renaming;
  const here = project.uriOf(path);
  const written = plainPath(raw, form);
  const there = written === "" ? undefined : placeOf(written, paths, here, renaming);
  if (there === undefined) return undefined;
  const stays = renaming.isPart === true && there === here;
  const move: Way = { here, there, hereAfter: after(here, moves), thereAfter: stays ? there : after(there, moves) };
  if (move.hereAfter === here && move.thereAfter === there) return undefined;
  const style = styleOf(written, move);
  const before = pathIn(style, here, there, project.root);
  const then = pathIn(style, move.hereAfter, move.thereAfter, renaming.rootOf(move.hereAfter));
  if (then === undefined || then === before) return undefined;
  const writing = { style, form, raw };
  return segmentwise(move, writing) ?? anew(then, writing);
}

interface Way {
  readonly here: string;
  readonly there: string;
  readonly hereAfter: string;
  readonly thereAfter: string;
}

interface Style {
  /** From the document's folder, from the root, or from the root with a slash in front. */
  readonly from: "beside" | "root" | "slash";
  /** `growth` for `growth.md`. */
  readonly short: boolean;
}

interface Writing {
  readonly style: Style;
  readonly form: AddressForm;
  readonly raw: string;
}

function after(uri: string, moves: Moves): string {
  return moves.of(uri) ?? uri;
}

/** What the address leads to. What is not there is left alone, unless it is written as a way from here. */
function placeOf(
  written: string,
  paths: readonly string[],
  here: string,
  { project, moves }: Renaming,
): string | undefined {
  const { query } = project;
  const known =
    paths.find((path) => query.file(path) !== undefined || query.exists(path) === true) ??
    paths.find((path) => moves.of(project.uriOf(path)) !== undefined);
  if (known !== undefined) return project.uriOf(known);
  return /^\.\.?\//.test(written) ? goTo(parentUri(here), written) : undefined;
}

function styleOf(written: string, { here, there }: Way): Style {
  const isIt = (place: string): boolean => place === there || `${place}.md` === there;
  const end = there.endsWith(".md") && !/\.md\/?$/i.test(written);
  if (written.startsWith("/")) return { from: "slash", short: end };
  return { from: isIt(goTo(parentUri(here), written)) ? "beside" : "root", short: end };
}

/** The decoded path from one place to another, in a style. */
function pathIn({ from }: Style, here: string, there: string, root: string | undefined): string | undefined {
  const inside = from === "beside" || root === undefined ? undefined : pathOf(root, there);
  if (inside !== undefined && inside !== "") return from === "slash" ? `/${inside}` : inside;
  return between(parentUri(here), there);
}

/** Where only names of folders or of the file itself are others, everything else stays as it is written. */
function segmentwise({ here, hereAfter, there, thereAfter }: Way, { style, form, raw }: Writing): string | undefined {
  const [old, fresh] = [there.split("/"), thereAfter.split("/")];
  if (parentUri(here) !== parentUri(hereAfter) || old.length !== fresh.length || raw.includes("\\")) return undefined;
  const end = raw.endsWith("/") ? "/" : "";
  const segments = raw.slice(0, raw.length - end.length).split("/");
  for (let back = 1; back <= old.length; back++) {
    const [one, other] = [old.at(-back)!, fresh.at(-back)!];
    if (one === other) continue;
    // `goals/../kpis` goes through a folder that may have another name then.
    if (back > 1 && segments.some((step, at) => step === ".." && isFolder(segments[at - 1]))) return undefined;
    const segment = segments.at(-back);
    const ending = style.short && back === 1 ? ".md" : "";
    if (segment === undefined || plainPath(segment, form) + ending !== decode(one)) return undefined;
    const name = decode(other);
    if (ending !== "" && !name.endsWith(ending)) return undefined;
    segments[segments.length - back] = encodeSegment(name.slice(0, name.length - ending.length), form, raw);
  }
  return fitting(segments.join("/") + end, style, form);
}

function isFolder(step: string | undefined): boolean {
  return step !== undefined && step !== "" && step !== "." && step !== "..";
}

function anew(path: string, { style, form, raw }: Writing): string {
  const short = style.short && path.endsWith(".md") ? path.slice(0, -".md".length) : path;
  const encoded = short
    .split("/")
    .map((segment) => encodeSegment(segment, form, raw))
    .join("/");
  const dotted = raw.startsWith("./") && !encoded.startsWith(".") && !encoded.startsWith("/") ? "./" : "";
  const end = raw.endsWith("/") && !encoded.endsWith("/") ? "/" : "";
  return fitting(`${dotted}${encoded === "" ? "." : encoded}${end}`, style, form);
}

/** In a field a path has to look like one: a slash or an ending, and nothing in front that means something to YAML. */
function fitting(path: string, { short }: Style, form: AddressForm): string {
  if (form !== "field") return path;
  const full = short && !path.includes("/") ? `${path}.md` : path;
  const looksLikePath = /\.(?:md|markdown)$/i.test(full) || /^\S+\/\S+$/.test(full);
  return looksLikePath && /^[\p{L}\p{N}./_~]/u.test(full) ? full : `./${full}`;
}

/** The place that a way leads to from a folder. */
function goTo(folder: string, way: string): string {
  let place = folder;
  for (const step of way.split("/")) {
    if (step === "..") place = parentUri(place);
    else if (step !== "" && step !== ".") place = uriOf(place, step);
  }
  return place;
}

/** The decoded way from a folder to a place; undefined where none leads from one to the other. */
function between(folder: string, place: string): string | undefined {
  const [from, to] = [folder.split("/"), place.split("/")];
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
  // Scheme and authority are the first three.
  if (shared < 3) return undefined;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared).map(decode)].join("/");
}

/** A path as it is meant: without Markdown's escapes and without the percent signs of an address. */
function plainPath(raw: string, form: AddressForm): string {
  return decode(form === "field" ? raw : unescapeText(raw));
}
