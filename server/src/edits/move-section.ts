import type { Document } from "../base/document.ts";
import { relativePath } from "../base/path.ts";
import type { TextEdit } from "../base/span.ts";
import { newSlugger } from "../syntax/slug.ts";
import type { Project } from "../workspace/project.ts";
import { movedText } from "./moving.ts";
import { encodeSegment } from "./renaming/encode-path.ts";
import { markdownOf, type Section, sectionsOf } from "./section.ts";

/** What becomes of a section whose item gets a document of its own. */
export interface MovedSection {
  /** Below the title of the other document. */
  readonly below: string;
  /** A link in the place of what has moved, and links that follow it. */
  readonly edits: readonly TextEdit[];
}

/** Moves what stands below a heading to another document; the heading stays, with a link, so that links to it lead on. */
export function moveSection(
  project: Project,
  document: Document,
  path: string,
  section: Section,
  { title, to }: { readonly title: string; readonly to: string },
): MovedSection {
  const { heading, content, span } = section;
  const newline = document.text.includes("\r\n") ? "\r\n" : "\n";
  const address = relativePath(path.slice(0, Math.max(0, path.lastIndexOf("/"))), to)
    .split("/")
    .map((segment) => encodeSegment(segment, "bare", ""))
    .join("/");
  const link = `[${title.replace(/[\\[\]]/g, "\\$&")}](${address})`;
  if (content.start === content.end) {
    const at = { start: heading.span.end, end: heading.span.end };
    return { below: "", edits: [{ span: at, newText: `${newline}${newline}${link}` }] };
  }
  const anchors = anchorsThere(document, section, title);
  const by = 1 - heading.level;
  const text = movedText({ project, document, path, span: content, to, by, isPart: true, anchors });
  const lead = document.text.slice(heading.span.end, content.start);
  const following = markdownOf(document).links.flatMap(({ destination, destinationSpan: at }): TextEdit[] => {
    const fresh = destination.startsWith("#") ? anchors.get(destination.slice(1)) : undefined;
    const isInside = span.start <= at.start && at.end <= span.end;
    return fresh === undefined || isInside ? [] : [{ span: at, newText: `${address}#${fresh}` }];
  });
  return { below: `${lead}${text}${newline}`, edits: [{ span: content, newText: link }, ...once(following)] };
}

/** Anchors of what stands below the heading, to those that it has in a document with that title. */
function anchorsThere(document: Document, { span, heading }: Section, title: string): ReadonlyMap<string, string> {
  const anchorOf = newSlugger();
  anchorOf(title);
  const anchors = new Map<string, string>();
  for (const inner of sectionsOf(document)) {
    const { start } = inner.span;
    if (start > heading.span.start && start < span.end) anchors.set(inner.anchor, anchorOf(inner.heading.plain));
  }
  for (const { name, span: at } of markdownOf(document).htmlAnchors)
    if (at.start > heading.span.end && at.start < span.end) anchors.set(name, name);
  return anchors;
}

/** Links that share a definition have their address in one place. */
function once(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.filter(({ span }, at) => edits.findIndex((other) => other.span.start === span.start) === at);
}
