import { type Document, documentOffset } from "../base/document.ts";
import { basename } from "../base/path.ts";
import { applyEdits, type Span, type TextEdit } from "../base/span.ts";
import { placeRange } from "../model/places.ts";
import { readTarget } from "../model/read-target.ts";
import type { Entry } from "../model/summary.ts";
import type { Heading } from "../syntax/markdown-tree.ts";
import type { Project } from "../workspace/project.ts";
import { type AddressForm, encodeSegment } from "./renaming/encode-path.ts";
import { linkParts } from "./renaming/link-parts.ts";
import { newAddress } from "./renaming/new-address.ts";
import type { Renaming } from "./renaming/renaming.ts";
import { markdownOf } from "./section.ts";

/** A piece of a document that goes to another one. */
export interface Moving {
  readonly project: Project;
  readonly document: Document;
  readonly path: string;
  readonly span: Span;
  /** The path of the document that it goes to. */
  readonly to: string;
  /** How many levels its headings go down; up where it is below 0. */
  readonly by?: number;
  /** The rest of its document stays where it is; else that goes away. */
  readonly isPart: boolean;
  /** Anchors that go along, to what they are then; under nothing what a link to the whole document becomes. */
  readonly anchors?: ReadonlyMap<string, string>;
}

/** A piece as it is to be written in its new place: headings of their new level, and links that lead where they led. */
export function movedText(moving: Moving): string {
  const { document, span } = moving;
  const edits = movedEdits(moving).map(({ span: { start, end }, newText }) => ({
    span: { start: start - span.start, end: end - span.start },
    newText,
  }));
  return applyEdits(document.text.slice(span.start, span.end), edits);
}

/** The edits that make it so, in the text where it stands. */
export function movedEdits(moving: Moving): readonly TextEdit[] {
  const { span, by = 0 } = moving;
  const edits = by === 0 ? linkEdits(moving) : [...headingEdits(moving, by), ...linkEdits(moving)];
  const inside = edits.filter((edit) => edit.span.start >= span.start && edit.span.end <= span.end);
  inside.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  // A link in a line that is a field is read as both.
  return inside.filter((edit, at) => at === 0 || edit.span.start >= inside[at - 1]!.span.end);
}

function headingEdits({ document, span }: Moving, by: number): readonly TextEdit[] {
  return markdownOf(document).blocks.flatMap((block) =>
    block.type !== "heading" || block.span.start < span.start || block.span.start >= span.end
      ? []
      : headingEdit(document.text, block, Math.min(6, Math.max(1, block.level + by))),
  );
}

function headingEdit(text: string, { span, content, level, depth }: Heading, to: number): readonly TextEdit[] {
  if (to === level) return [];
  if (text[span.start] === "#")
    return [{ span: { start: span.start, end: span.start + level }, newText: "#".repeat(to) }];
  // Underlined, it has one of two levels; in a quote its lines have signs of their own.
  if (depth > 0) return [];
  const line = Math.max(text.lastIndexOf("\n", span.end - 1) + 1, content.end);
  if (to < 3)
    return [
      {
        span: { start: line, end: span.end },
        newText: text.slice(line, span.end).replace(/[=-]/g, to === 1 ? "=" : "-"),
      },
    ];
  const lines = text.slice(content.start, content.end).split("\n");
  return [{ span, newText: ["#".repeat(to), ...lines.map((each) => each.trim())].join(" ") }];
}

function linkEdits(moving: Moving): readonly TextEdit[] {
  const { project, document, path } = moving;
  const file = project.summary(path);
  const places = project.places(path);
  if (file === undefined || places === undefined) return [];
  const edits: TextEdit[] = [];
  const at = (entry: Entry): number => documentOffset(document, placeRange(places, entry).start);
  const readdress = (start: number, end: number, paths: readonly string[], form: AddressForm): void => {
    const raw = document.text.slice(start, end);
    const newText = start < moving.span.start || end > moving.span.end ? raw : addressed(raw, paths, form, moving);
    if (newText !== raw) edits.push({ span: { start, end }, newText });
  };
  for (const { entry, paths, form } of file.bodyLinks) {
    if (form === "local") continue;
    const end = documentOffset(document, placeRange(places, entry).end);
    readdress(at(entry), end, paths, document.text[at(entry) - 1] === "<" ? "angle" : "bare");
  }
  for (const { text, form, entry } of file.mentions) {
    const target = form === "wikilink" ? readTarget(`[[${text}]]`, path, project.config.schema) : undefined;
    if (target?.type === "path") readdress(at(entry), at(entry) + text.length, target.paths, "field");
  }
  for (const { fields } of file.items)
    for (const { links } of fields.values())
      for (const { text, target, entry } of links) {
        const { address } = linkParts(text, target);
        if (target.type !== "path" || address === undefined || !document.text.startsWith(text, at(entry))) continue;
        readdress(at(entry) + address.start, at(entry) + address.end, target.paths, "field");
      }
  return edits;
}

/** An address as it is to be written then; `raw` is with its `#…`. */
function addressed(raw: string, paths: readonly string[], form: AddressForm, moving: Moving): string {
  const { project, path, to, isPart, anchors } = moving;
  const cut = raw.search(/[?#]/);
  const [place, behind] = cut < 0 ? [raw, ""] : [raw.slice(0, cut), raw.slice(cut)];
  const there = place === "" ? path : paths.find((one) => project.query.file(one) !== undefined);
  const isOwn = there === path;
  const known = isOwn ? anchors?.get(behind.slice(1)) : undefined;
  if (known !== undefined) return `#${known}`;
  if (there === to && behind.startsWith("#")) return behind;
  if (place === "" && !isPart) return raw;
  const written = place === "" ? encodeSegment(basename(path), form, "") : place;
  const fresh = newAddress(written, place === "" ? [path] : paths, path, form, renamingOf(moving));
  return (fresh ?? place) + behind;
}

function renamingOf({ project, path, to, isPart }: Moving): Renaming {
  const [from, there] = [project.uriOf(path), project.uriOf(to)];
  const moves = { all: [{ from, to: there }], of: (uri: string) => (uri === from ? there : undefined) };
  return { project, names: new Map(), moves, rootOf: () => project.root, isPart };
}
