import type { Span } from "../base/span.ts";
import type { RootEntry } from "./yaml-block.ts";
import { badStart, halfTyped, unknownAlias, unreadable } from "./yaml-flaws.ts";
import { type LibraryReading, readWithLibrary } from "./yaml-library.ts";
import { type Found, isComment, isNamed, type Source } from "./yaml-source.ts";
import type { YamlComment, YamlEntry, YamlNode } from "./yaml-tree.ts";

/** Takes the library's reading of the whole text, and what it thinks of as comments. */
export function adopt(source: Source, span: Span, library: LibraryReading): YamlNode | undefined {
  source.found.length = 0;
  source.comments.length = 0;
  source.comments.push(...commentsBetween(source.text, span, library.leaves));
  reportOdd(source, library);
  return library.root;
}

/**
 * In a broken text: gives each field that we were not sure about to the library alone, and each that only we found
 * something in. Where it reads the field without an error, its reading counts.
 */
export function settle(
  source: Source,
  span: Span,
  entries: readonly YamlEntry[],
  roots: readonly RootEntry[],
  errors: readonly Span[] = [],
): readonly YamlEntry[] {
  const before = source.found.slice();
  let budget = MOST_READINGS;
  const dropped = new Set<Found>();
  const result = entries.map((entry, i) => {
    const root = roots[i]!;
    const found = before.slice(root.from, root.to);
    // What was changed since, by a list below it, is more than its own lines.
    if (root.entry !== entry || found.some(({ structural }) => structural)) return entry;
    if (!root.doubtful && found.length === 0) return entry;
    const start = source.lines[root.firstLine]!.from;
    const next = roots[i + 1];
    const end = next ? source.lines[next.firstLine]!.start : span.end;
    const agreed = found.length > 0 && errors.some((error) => error.start >= start && error.start < end);
    const library = agreed || budget-- <= 0 ? undefined : readWithLibrary(source.text.slice(start, end), start);
    if (library === undefined) return entry;
    if (library.errors.length > 0) {
      if (found.length === 0) unreadable(source, library.errors[0]!);
      return entry;
    }
    const { root: map } = library;
    if (library.hazard || map?.type !== "map" || map.entries.length !== 1) return entry;
    for (const flaw of found) dropped.add(flaw);
    replaceComments(source, { start, end }, library.leaves);
    reportOdd(source, library);
    return map.entries[0]!;
  });
  const kept = source.found.filter((flaw) => !dropped.has(flaw));
  source.found.length = 0;
  source.found.push(...kept);
  return result;
}

/** Far more doubtful fields than a person writes; what is left keeps our reading. */
const MOST_READINGS = 200;

/** A text that is one word has no field yet: most likely its first name is being typed. */
export function asHalfTyped(source: Source, root: YamlNode | undefined): YamlNode | undefined {
  if (root?.type !== "scalar" || root.style !== "plain" || !/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(root.text)) return root;
  halfTyped(source, root.span);
  const entry = { key: root, value: undefined, span: root.span };
  return { type: "map", flow: false, entries: [entry], span: root.span };
}

function reportOdd(source: Source, library: LibraryReading): void {
  for (const { span, text } of library.odd) {
    if (!text.startsWith("*")) badStart(source, { start: span.start, end: span.start + 1 }, span, text);
    // What it repeats may stand in another field.
    else if (!isNamed(source, text.slice(1))) unknownAlias(source, span, text);
  }
}

function replaceComments(source: Source, span: Span, leaves: readonly Span[]): void {
  const kept = source.comments.filter((comment) => comment.span.start < span.start || comment.span.start >= span.end);
  source.comments.length = 0;
  source.comments.push(...kept, ...commentsBetween(source.text, span, leaves));
  source.comments.sort((a, b) => a.span.start - b.span.start);
}

/** Between scalars stand only signs, blanks and comments. */
function commentsBetween(text: string, span: Span, leaves: readonly Span[]): YamlComment[] {
  const comments: YamlComment[] = [];
  const ordered = [...leaves, { start: span.end, end: span.end }].sort((a, b) => a.start - b.start);
  let at = span.start;
  for (const leaf of ordered) {
    for (; at < leaf.start; at++) {
      if (!isComment(text, at)) continue;
      const start = at;
      while (at < leaf.start && text[at] !== "\n") at++;
      comments.push({ span: { start, end: start + text.slice(start, at).trimEnd().length } });
    }
    at = Math.max(at, leaf.end);
  }
  return comments;
}
