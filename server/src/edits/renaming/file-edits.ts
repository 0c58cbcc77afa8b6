import { type Document, documentOffset } from "../../base/document.ts";
import { memo } from "../../base/memo.ts";
import type { Span, TextEdit } from "../../base/span.ts";
import { type Places, placeRange } from "../../model/places.ts";
import type { Entry, Summary } from "../../model/summary.ts";
import { anchorEdits, mayNameHeadings } from "./anchor-edits.ts";
import { type ChangedHeadings, changedHeadings } from "./changed-headings.ts";
import { configEdits } from "./config-edits.ts";
import { definitionEdits } from "./definition-edits.ts";
import { changesIn, type PlaceChange } from "./file-changes.ts";
import type { Renaming } from "./renaming.ts";

/** What changes in one file, in the order of its text; nothing overlaps. */
export interface FileEdits {
  readonly document: Document;
  readonly edits: readonly TextEdit[];
}

/** URIs of the files whose texts the edits are made of. */
export function textsFor(renaming: Renaming): readonly string[] {
  const { project } = renaming;
  const { changes, headed, linkers } = planOf(renaming);
  const paths = new Set([...changes.keys(), ...headed, ...linkers]);
  for (const { found } of renaming.names.values()) paths.add(found.file.path);
  return [...paths].map((path) => project.uriOf(path)).concat(renaming.names.size > 0 ? [project.configUri] : []);
}

/**
 * All edits of a renaming, as small as can be: what is not part of a name or a path stays byte for byte. `document` is the
 * text of a file that `textsFor` named. Undefined, with the file, where one cannot be read or is another one by now.
 */
export function editsFor(
  renaming: Renaming,
  document: (uri: string) => Document | undefined,
): { readonly files: readonly FileEdits[]; readonly failed: readonly string[] } {
  const { project, names } = renaming;
  const { changes, headed, linkers } = planOf(renaming);
  const failed: string[] = [];
  const byPath = new Map<string, TextEdit[]>();
  const textOf = (path: string): Document | undefined => {
    const text = document(project.uriOf(path));
    if (text === undefined) failed.push(path);
    return text;
  };
  for (const [path, its] of changes) {
    const text = textOf(path);
    const places = project.places(path);
    if (text === undefined || places === undefined) continue;
    const edits = editsAt(text, places, its);
    if (edits === undefined) failed.push(path);
    else byPath.set(path, edits);
  }
  for (const name of names.values()) {
    const { path } = name.found.file;
    const text = textOf(path);
    if (text !== undefined) put(byPath, path, definitionEdits(name, text, renaming));
  }
  const headings = new Map<string, ChangedHeadings>();
  for (const path of headed) {
    const text = document(project.uriOf(path));
    if (text !== undefined) headings.set(path, changedHeadings(text.text, byPath.get(path) ?? []));
  }
  for (const path of linkers) {
    const text = textOf(path);
    const places = project.places(path);
    if (text === undefined || places === undefined) continue;
    const spanOf = (entry: Entry): Span => spanIn(text, places, entry);
    put(byPath, path, anchorEdits(project.summary(path)!, text.text, spanOf, headings, project.query));
  }
  const files = [...byPath].map(([path, edits]) => ({
    document: document(project.uriOf(path))!,
    edits: inOrder(edits),
  }));
  const config = names.size === 0 ? undefined : document(project.configUri);
  if (config !== undefined) files.push({ document: config, edits: inOrder(configEdits(config.text, renaming)) });
  return { files: files.filter(({ edits }) => edits.length > 0), failed: [...new Set(failed)] };
}

interface Plan {
  readonly changes: ReadonlyMap<string, readonly PlaceChange[]>;
  /** Files in which headings say something else afterwards. */
  readonly headed: ReadonlySet<string>;
  /** Files that may link to those headings. */
  readonly linkers: readonly string[];
}

/** It is asked for before the texts are read, and again with them. */
const planOf = memo((renaming: Renaming): Plan => {
  const { project } = renaming;
  const changes = new Map<string, readonly PlaceChange[]>();
  const headed = new Set<string>();
  for (const path of project.paths()) {
    const file = project.summary(path);
    const its = file === undefined || file.items.length === 0 ? [] : changesIn(file, renaming);
    if (file === undefined || its.length === 0) continue;
    changes.set(path, its);
    if (isInHeading(file, project.places(path)!, its)) headed.add(path);
  }
  // The title of an item that goes by its title may be a heading.
  for (const { found } of renaming.names.values()) if (found.item.id === undefined) headed.add(found.file.path);
  const linkers =
    headed.size === 0
      ? []
      : project.paths().filter((path) => mayNameHeadings(project.summary(path)!, headed, project.query));
  return { changes, headed, linkers };
});

function isInHeading({ headings }: Summary, places: Places, changes: readonly PlaceChange[]): boolean {
  const lines = new Set<number>();
  for (const { entry } of headings) {
    const { start, end } = placeRange(places, entry);
    for (let line = start.line; line <= end.line; line++) lines.add(line);
  }
  return changes.some(({ entry }) => lines.has(placeRange(places, entry).start.line));
}

/** Undefined where the text is another one than the one that was read. */
function editsAt(document: Document, places: Places, changes: readonly PlaceChange[]): TextEdit[] | undefined {
  const { text } = document;
  const made: TextEdit[] = [];
  for (const { entry, written, edits } of changes) {
    const { start, end } = spanIn(document, places, entry);
    const raw = text.slice(start, end);
    if (written !== undefined && raw !== written) return undefined;
    for (const { span, newText } of edits(raw, text.slice(Math.max(0, start - 1), start), behind(text, end)))
      made.push({ span: { start: start + span.start, end: start + span.end }, newText });
  }
  return made;
}

/** The rest of the line, as far as a link may go. */
function behind(text: string, end: number): string {
  return text.slice(end, end + 300).split("\n", 1)[0]!;
}

function spanIn(document: Document, places: Places, entry: Entry): Span {
  const { start, end } = placeRange(places, entry);
  return { start: documentOffset(document, start), end: documentOffset(document, end) };
}

function put(byPath: Map<string, TextEdit[]>, path: string, edits: readonly TextEdit[]): void {
  if (edits.length > 0) byPath.set(path, [...(byPath.get(path) ?? []), ...edits]);
}

/** What two readers of one place say, a field and a mention in it, is said once. */
function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const kept: TextEdit[] = [];
  for (const edit of sorted) {
    const last = kept.at(-1);
    const isSame = last?.span.start === edit.span.start && last.span.end === edit.span.end;
    if (last === undefined || (edit.span.start >= last.span.end && !isSame)) kept.push(edit);
  }
  return kept;
}
