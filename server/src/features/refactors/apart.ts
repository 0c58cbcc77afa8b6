import { type Document, documentOffset } from "../../base/document.ts";
import { say, type Words } from "../../base/say.ts";
import type { Span } from "../../base/span.ts";
import { markdownOf, sectionsOf } from "../../edits/section.ts";
import { placeRange } from "../../model/places.ts";
import type { Entry } from "../../model/summary.ts";
import { nameKey, pathKey, referrerKey } from "../../workspace/contributions.ts";
import type { Project } from "../../workspace/project.ts";

/** Why a piece of a document cannot stand in another one: something in it is tied to what is outside of it. */
export function reasonAgainst(
  project: Project,
  document: Document,
  path: string,
  pieces: readonly Span[],
  /** The document whose links to it follow it, and the id of what moves. */
  { follows = path, own }: { readonly follows?: string; readonly own?: string | undefined } = {},
): Words | undefined {
  const isInside = ({ start, end }: Span): boolean => pieces.some((at) => at.start <= start && end <= at.end);
  const { links, definitions } = markdownOf(document);
  if (links.some(({ span, destinationSpan }) => isInside(span) !== isInside(destinationSpan)))
    return say`A link in it has its address somewhere else in the document.`;
  if (definitions.some(({ span }) => isInside(span)) && !definitions.every(({ span }) => isInside(span)))
    return say`A link in it has its address somewhere else in the document.`;
  const notes = [...document.text.matchAll(/\[\^[^\]\s]+\]/g)].map(({ index, 0: label }) => ({
    label,
    inside: isInside({ start: index, end: index + label.length }),
  }));
  if (notes.some(({ label, inside }) => inside && notes.some((other) => other.label === label && !other.inside)))
    return say`A note in it has its text somewhere else in the document.`;
  return namedElsewhere(project, document, { path, follows, own }, isInside)
    ? say`Other places link to what is written in it, and those links would lead nowhere.`
    : undefined;
}

/** Whether something in it goes by the document that it stands in, and is named so outside of it. */
function namedElsewhere(
  project: Project,
  document: Document,
  { path, follows, own }: { readonly path: string; readonly follows: string; readonly own: string | undefined },
  isInside: (span: Span) => boolean,
): boolean {
  const file = project.summary(path);
  const places = project.places(path);
  if (file === undefined || places === undefined) return false;
  const at = (entry: Entry): Span => {
    const { start, end } = placeRange(places, entry);
    return { start: documentOffset(document, start), end: documentOffset(document, end) };
  };
  const isOwn = (other: string, entry: Entry): boolean => other === path && isInside(at(entry));
  for (const { key, id, base, entry } of file.items) {
    if (!isInside(at(entry)) || (id !== undefined && base !== "requirement")) continue;
    for (const name of id === undefined ? [key] : [key, id]) {
      for (const { path: other, index, field, at: nth } of project.links(referrerKey(nameKey(name)))) {
        const link = project.summary(other)?.items[index]?.fields.get(field)?.links[nth];
        if (link !== undefined && link.target.type === "name" && !isOwn(other, link.entry)) return true;
      }
      for (const other of project.mentioning(nameKey(name)))
        for (const { text, entry: place, form } of project.summary(other)?.mentions ?? [])
          if (form !== "section" && text.toLowerCase() === name.toLowerCase() && !isOwn(other, place)) return true;
    }
  }
  // What is said about an item of the other part would be said about nothing there.
  const defined = new Map(file.items.map(({ id, entry }) => [id, entry]));
  for (const { form, text, entry } of file.mentions) {
    const site = form === "section" && text !== own ? defined.get(text) : undefined;
    if (site !== undefined && isInside(at(site)) !== isInside(at(entry))) return true;
  }
  const anchors = new Set(
    sectionsOf(document).flatMap(({ heading, anchor }) => (isInside(heading.span) ? [anchor] : [])),
  );
  for (const other of project.mentioning(pathKey(path))) {
    if (other === path || other === follows) continue;
    for (const { paths, anchor } of project.summary(other)?.bodyLinks ?? [])
      if (anchor !== undefined && paths.includes(path) && anchors.has(anchor.toLowerCase())) return true;
  }
  return false;
}
