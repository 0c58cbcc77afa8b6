import type { Span } from "../base/span.ts";
import { type Conflict, conflictsIn, withoutSpare } from "./conflict-markers.ts";
import type { Flaw } from "./flaw.ts";
import type { RootEntry } from "./yaml-block.ts";
import { findDuplicates } from "./yaml-duplicates.ts";
import { conflict, unreadable } from "./yaml-flaws.ts";
import { type LibraryReading, readWithLibrary } from "./yaml-library.ts";
import { moveYaml } from "./yaml-move.ts";
import { readRoot } from "./yaml-root.ts";
import { adopt, asHalfTyped, settle } from "./yaml-settle.ts";
import { openSource, type Source } from "./yaml-source.ts";
import type { Yaml, YamlNode } from "./yaml-tree.ts";

/**
 * Reads YAML that may be unfinished or broken; all places are offsets into `text`.
 * Valid YAML is read exactly as the `yaml` library reads it, but scalars keep their text. Broken YAML is read line by
 * line: every field that can be made out is kept, and each cause is a flaw on its own characters.
 *
 * We read first. Only where something was odd is the library asked, which is far slower: so it is the authority on all
 * that is YAML, and ordinary blocks do not wait for it.
 */
export function readYaml(
  text: string,
  span: Span = { start: 0, end: text.length },
  rule: Source["rule"] = "frontmatter-unparsable",
): Yaml {
  if (text.charCodeAt(span.start) === BYTE_ORDER_MARK) span = { start: span.start + 1, end: span.end };
  const conflicts = conflictsIn(text, span);
  return conflicts.length > 0
    ? readWithConflicts(text, span, rule, conflicts)
    : read(openSource(text, span, rule), span);
}

const BYTE_ORDER_MARK = 0xfeff;

/** The first version of each conflict is read as if it were the only one. */
function readWithConflicts(text: string, span: Span, rule: Source["rule"], conflicts: readonly Conflict[]): Yaml {
  const { text: merged, back } = withoutSpare(text, conflicts);
  const inner = { start: span.start, end: span.end - (text.length - merged.length) };
  const result = moveYaml(read(openSource(merged, inner, rule), inner), back);
  const source = openSource(text, { start: 0, end: 0 }, rule);
  for (const { marker, spare, complete } of conflicts) conflict(source, marker, complete ? spare : undefined);
  return { ...result, flaws: inOrder([...result.flaws, ...source.found.map(({ flaw }) => flaw)]) };
}

function read(source: Source, span: Span): Yaml {
  const own = readRoot(source);
  const clear = source.doubts === 0 && !source.hazard && source.found.every(({ certain }) => certain);
  const root = asHalfTyped(source, clear ? own.root : judge(source, span, own.root, own.entries));
  if (root) findDuplicates(source, root);
  return { root, comments: source.comments, flaws: inOrder(source.found.map(({ flaw }) => flaw)) };
}

function inOrder(flaws: Flaw[]): readonly Flaw[] {
  return flaws.sort((a, b) => a.span.start - b.span.start);
}

/** Decides between the library's reading of the text and ours. */
function judge(
  source: Source,
  span: Span,
  own: YamlNode | undefined,
  entries: readonly RootEntry[],
): YamlNode | undefined {
  const hopeless = source.tooDeep || source.found.length > MANY;
  const library = hopeless ? undefined : readWithLibrary(source.text.slice(span.start, span.end), span.start);
  if (library && library.errors.length === 0 && !(library.hazard && source.hazard)) return adopt(source, span, library);
  const root =
    own?.type === "map" && entries.length > 0
      ? { ...own, entries: settle(source, span, own.entries, entries, library?.errors) }
      : own;
  if (library && source.found.length === 0) reportUnknown(source, library);
  return root;
}

/** A text with so many flaws is not YAML, and needs no second opinion. */
const MANY = 500;

/** Whatever the library reports is reported, even where we see no cause. */
function reportUnknown(source: Source, library: LibraryReading): void {
  const error = library.errors[0];
  if (error) unreadable(source, error);
}
