import { type Document, documentOffset } from "../base/document.ts";
import type { Span, TextEdit } from "../base/span.ts";
import { placeRange } from "../model/places.ts";
import { newSlugger } from "../syntax/slug.ts";
import type { Project } from "../workspace/project.ts";
import type { Found } from "../workspace/query.ts";
import { movedText } from "./moving.ts";
import { proseOf } from "./prose-of.ts";
import { markdownOf, type Section, sectionsOf } from "./section.ts";
import type { SectionPlace } from "./section-place.ts";

/** Where the text of a document goes in another: below a heading that is there, or below one that is written. */
export type InlinePlace =
  | { readonly section: Section; readonly title: string; readonly at?: undefined }
  | { readonly section?: undefined; readonly at: SectionPlace };

/** Writes what a document says below its title, and fields in front of it, into a section of another one. */
export function inlineSection(
  project: Project,
  document: Document,
  path: string,
  { from, found, lines }: { readonly from: Document; readonly found: Found; readonly lines: readonly string[] },
  place: InlinePlace,
): readonly TextEdit[] {
  const { title, titled, id } = found.item;
  const newline = document.text.includes("\r\n") ? "\r\n" : "\n";
  const level = place.section === undefined ? place.at.level : place.section.heading.level;
  const { pieces, by } = proseOf(from, level);
  const link = place.section && linkTo(project, document, path, place.section, found.file.path);
  const insertion = place.section === undefined ? place.at.span.start : (link ?? place.section.content).start;
  const heading = `${id}: ${title}`;
  const anchors = anchorsThere(document, from, { insertion, heading, own: place.section });
  const moving = { project, document: from, path: found.file.path, to: path, by, isPart: false, anchors };
  const words = pieces.map((span) => movedText({ ...moving, span }));
  // Fields in a list go on in the same list.
  const isOneList = lines.length > 0 && /^[-*+] \S/.test(words[0] ?? "");
  const opening = isOneList ? [[...lines, words.shift()!].join("\n")] : lines.length > 0 ? [lines.join("\n")] : [];
  const text = [...opening, ...words].join("\n\n").replace(/\r?\n/g, newline);
  const following = ownLinks(project, document, path, found.file.path).flatMap(({ span, anchor }): TextEdit[] => {
    const isTaken = link !== undefined && link.start <= span.start && span.end <= link.end;
    return isTaken ? [] : [{ span, newText: `#${anchors.get(anchor) ?? anchor}` }];
  });
  if (place.section === undefined) {
    const { span, before, behind } = place.at;
    const below = text === "" ? "" : newline + newline + text;
    return [...following, { span, newText: `${before}${"#".repeat(level)} ${heading}${below}${behind}` }];
  }
  return [
    ...following,
    ...(titled ? retitled(document, place.section, place.title, title) : []),
    ...below(document, place.section, link, text, newline),
  ];
}

/** The addresses in a document's body that lead to another one. */
function ownLinks(
  project: Project,
  document: Document,
  path: string,
  target: string,
): readonly { readonly span: Span; readonly anchor: string }[] {
  const places = project.places(path);
  return (project.summary(path)?.bodyLinks ?? []).flatMap(({ paths, anchor = "", entry }) => {
    if (places === undefined || paths.find((one) => project.query.file(one)) !== target) return [];
    const { start, end } = placeRange(places, entry);
    return [{ span: { start: documentOffset(document, start), end: documentOffset(document, end) }, anchor }];
  });
}

/** The paragraph of a section that is nothing but a link to a document. */
function linkTo(
  project: Project,
  document: Document,
  path: string,
  section: Section,
  target: string,
): Span | undefined {
  const addresses = ownLinks(project, document, path, target).map(({ span }) => span.start);
  const { blocks, links } = markdownOf(document);
  return blocks.find(
    ({ type, depth, span }) =>
      type === "paragraph" &&
      depth === 0 &&
      span.start >= section.content.start &&
      span.end <= section.content.end &&
      links.some(
        (link) =>
          link.span.start === span.start &&
          document.text.slice(link.span.end, span.end).trim() === "" &&
          addresses.includes(link.destinationSpan.start),
      ),
  )?.span;
}

/** In the place of the link, else at the end of what stands above the first heading inside. */
function below(
  { text: all }: Document,
  { heading, content }: Section,
  link: Span | undefined,
  text: string,
  newline: string,
): readonly TextEdit[] {
  if (link !== undefined) {
    const end = link.start + all.slice(link.start, link.end).trimEnd().length;
    const start = text === "" ? all.slice(0, link.start).trimEnd().length : link.start;
    return [{ span: { start, end }, newText: text }];
  }
  if (text === "") return [];
  const inner = /\n {0,3}#{1,6}[ \t]/.exec(all.slice(content.start, content.end));
  const isEmpty = content.start === content.end;
  const end = isEmpty ? heading.span.end : content.start + (inner === null ? content.end - content.start : inner.index);
  const at = heading.span.start + all.slice(heading.span.start, end).trimEnd().length;
  return [{ span: { start: at, end: at }, newText: newline + newline + text }];
}

/** The heading says the title that the document has now. */
function retitled({ text }: Document, { heading }: Section, old: string, title: string): readonly TextEdit[] {
  const { start, end } = heading.content;
  const at = old === title || old === "" ? -1 : text.slice(start, end).lastIndexOf(old);
  return at < 0 ? [] : [{ span: { start: start + at, end: start + at + old.length }, newText: title }];
}

/** Anchors of the document that goes away, to those of the same headings where they stand then. */
function anchorsThere(
  document: Document,
  from: Document,
  place: { readonly insertion: number; readonly heading: string; readonly own: Section | undefined },
): ReadonlyMap<string, string> {
  const { insertion, heading, own } = place;
  const anchorOf = newSlugger();
  const anchors = new Map<string, string>();
  for (const { heading: before } of sectionsOf(document)) if (before.span.start < insertion) anchorOf(before.plain);
  const anchor = own?.anchor ?? anchorOf(heading);
  anchors.set("", anchor);
  const title = proseOf(from, 1).title;
  for (const section of sectionsOf(from))
    anchors.set(section.anchor, section.heading === title ? anchor : anchorOf(section.heading.plain));
  for (const { name } of markdownOf(from).htmlAnchors) anchors.set(name, name);
  return anchors;
}
