import type { Span, TextEdit } from "../../base/span.ts";
import { decode } from "../../base/uri.ts";
import type { Entry, Summary, Target } from "../../model/summary.ts";
import { readFrontmatter } from "../../syntax/frontmatter.ts";
import { readMarkdown } from "../../syntax/markdown.ts";
import { resolveMention } from "../../workspace/mentions.ts";
import type { Query } from "../../workspace/query.ts";
import type { ChangedHeadings } from "./changed-headings.ts";
import { linkParts, wikilinkParts } from "./link-parts.ts";

/** Whether a file may link to a heading of one of these documents, as far as it can be told without its text. */
export function mayNameHeadings(file: Summary, headed: ReadonlySet<string>, query: Query): boolean {
  const leads = (paths: readonly string[]): boolean => paths.some((path) => headed.has(path));
  if (file.items.length > 0 && headed.has(file.path)) return true;
  for (const { anchor, paths } of file.bodyLinks) if (anchor !== undefined && leads(paths)) return true;
  for (const { fields } of file.items) {
    for (const { links } of fields.values())
      for (const { text, target } of links) if (text.includes("#") && leads(pathsOf(target, file, query))) return true;
  }
  return file.mentions.some((mention) => mention.form === "wikilink" && leads(pathsOfName(mention.text, file, query)));
}

/** Links of a file to headings that say something else afterwards; `spanOf` is where an entry of it stands. */
export function anchorEdits(
  file: Summary,
  text: string,
  spanOf: (entry: Entry) => Span,
  changed: ReadonlyMap<string, ChangedHeadings>,
  query: Query,
): readonly TextEdit[] {
  const changedIn = (paths: readonly string[]): ChangedHeadings | undefined => {
    const path = paths.find((one) => query.file(one) !== undefined);
    return path === undefined ? undefined : changed.get(path);
  };
  const edits: TextEdit[] = [];
  for (const { paths, anchor, entry } of file.bodyLinks) {
    if (anchor === undefined) continue;
    const headings = paths.length === 0 ? changed.get(file.path) : changedIn(paths);
    if (headings !== undefined) edits.push(...behindHash(text, spanOf(entry), headings));
  }
  for (const { fields } of file.items) {
    for (const { links } of fields.values()) {
      for (const { text: written, target, entry } of links) {
        const headings = written.includes("#") ? changedIn(pathsOf(target, file, query)) : undefined;
        if (headings === undefined) continue;
        const span = spanOf(entry);
        const { address, heading } = linkParts(text.slice(span.start, span.end), target);
        if (address !== undefined) edits.push(...behindHash(text, moved(address, span.start), headings));
        if (heading !== undefined) edits.push(...ofTitle(text, moved(heading, span.start), headings));
      }
    }
  }
  for (const { span, target } of readMarkdown(text, readFrontmatter(text).bodyStart).wikilinks) {
    const headings = target === "" ? changed.get(file.path) : changedIn(pathsOfName(target, file, query));
    if (headings === undefined) continue;
    const { heading } = wikilinkParts(text, { start: span.start + 2, end: span.end - 2 }, { type: "url" });
    if (heading !== undefined) edits.push(...ofTitle(text, heading, headings));
  }
  return edits;
}

function pathsOf(target: Target, file: Summary, query: Query): readonly string[] {
  if (target.type === "path") return target.paths;
  return target.type === "name" ? pathsOfName(target.name, file, query) : [];
}

function pathsOfName(name: string, file: Summary, query: Query): readonly string[] {
  const led = resolveMention({ text: name, form: "wikilink", entry: 0, item: undefined }, file, query);
  return led.type === "item" ? [led.found.file.path] : led.type === "file" ? [led.path] : [];
}

/** The anchor of an address: `feat-12-pay` of `checkout.md#feat-12-pay`. */
function behindHash(text: string, { start, end }: Span, { anchors }: ChangedHeadings): readonly TextEdit[] {
  const hash = text.indexOf("#", start);
  if (hash < 0 || hash >= end) return [];
  const written = text.slice(hash + 1, end);
  const fresh = anchors.get(decode(written).toLowerCase());
  if (fresh === undefined) return [];
  const newText = written.includes("%") ? encodeURIComponent(fresh) : fresh;
  return [{ span: { start: hash + 1, end }, newText }];
}

function ofTitle(text: string, span: Span, { titles, anchors }: ChangedHeadings): readonly TextEdit[] {
  const written = text.slice(span.start, span.end);
  const plain = written.trim();
  const fresh = titles.get(plain.toLowerCase()) ?? anchors.get(plain.toLowerCase());
  if (fresh === undefined || plain === "") return [];
  const start = span.start + written.indexOf(plain);
  return [{ span: { start, end: start + plain.length }, newText: fresh.replace(/[[\]|]/g, "") }];
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
