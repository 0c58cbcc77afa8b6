import type { SelectionRange, SelectionRangeParams } from "vscode-languageserver";
import { type Document, documentOffset, documentRange } from "../base/document.ts";
import type { Span } from "../base/span.ts";
import { innerSpan } from "../model/inner-span.ts";
import { placeRange } from "../model/places.ts";
import { type Frontmatter, readFrontmatter } from "../syntax/frontmatter.ts";
import type { YamlNode } from "../syntax/yaml-tree.ts";
import type { Feature, State } from "./feature.ts";

/** From the word to its value, its field, the item that it is said of, and the whole block or section. */
export const selectionRange: Feature = {
  capabilities: ({ textDocument }) =>
    textDocument?.selectionRange === undefined ? undefined : { selectionRangeProvider: true },
  requests: { "textDocument/selectionRange": (params: SelectionRangeParams, state) => selectionsAt(params, state) },
};

function selectionsAt(
  { textDocument: { uri }, positions }: SelectionRangeParams,
  state: State,
): SelectionRange[] | null {
  const document = state.document(uri);
  const located = state.workspace.locate(uri);
  const file = located?.project.summary(located.path);
  const places = located?.project.places(located.path);
  if (document === undefined || file === undefined || places === undefined || file.items.length === 0) return null;
  const frontmatter = readFrontmatter(document.text);
  const entries = [
    ...file.items.flatMap((item) => [
      item.whole,
      item.entry,
      ...[...item.fields.values()].flatMap(({ values, links }) => [...values, ...links].map(({ entry }) => entry)),
    ]),
    ...file.mentions.map(({ entry }) => entry),
  ];
  const known = entries.map((entry) => {
    const { start, end } = placeRange(places, entry);
    return { start: documentOffset(document, start), end: documentOffset(document, end) };
  });
  return (positions ?? []).map((position) => {
    const offset = documentOffset(document, position);
    const spans = [{ start: 0, end: document.text.length }, ...spansAround(frontmatter, offset), ...known];
    return nested(
      spans.filter((span) => holds(span, offset)),
      offset,
      document,
    );
  });
}

function spansAround({ open, close, content, map }: Frontmatter, offset: number): readonly Span[] {
  if (open === undefined || offset > (close?.end ?? content.end)) return [];
  const whole = { start: open.start, end: close?.end ?? content.end };
  return [whole, ...(map === undefined ? [] : spansIn(map, offset))];
}

function spansIn(node: YamlNode, offset: number): readonly Span[] {
  if (!holds(node.span, offset)) return [];
  if (node.type === "scalar") return [node.span, innerSpan(node)];
  if (node.type === "list") return [node.span, ...node.items.flatMap((item) => spansIn(item, offset))];
  const inside = node.entries
    .filter(({ span }) => holds(span, offset))
    .flatMap(({ span, key, value }) => [
      span,
      ...spansIn(key, offset),
      ...(value === undefined ? [] : spansIn(value, offset)),
    ]);
  return [node.span, ...inside];
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** From the outside in, each one inside the one before. */
function nested(spans: readonly Span[], offset: number, document: Document): SelectionRange {
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  let inner: { readonly span: Span; readonly range: SelectionRange } | undefined;
  for (const span of ordered) {
    if (inner !== undefined && (span.end > inner.span.end || isEqual(span, inner.span))) continue;
    const range = documentRange(document, span);
    inner = { span, range: inner === undefined ? { range } : { range, parent: inner.range } };
  }
  return inner?.range ?? { range: documentRange(document, { start: offset, end: offset }) };
}

function isEqual(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
