import type { FoldingRange, FoldingRangeParams } from "vscode-languageserver";
import { type Document, documentPosition } from "../base/document.ts";
import type { Span } from "../base/span.ts";
import { placeRange } from "../model/places.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import type { YamlNode } from "../syntax/yaml-tree.ts";
import type { Located } from "../workspace/projects.ts";
import type { Feature, State } from "./feature.ts";

/** The block at the top, what takes several lines in it, and the sections of items where nobody else folds them. */
export const foldingRange: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  requests: { "textDocument/foldingRange": (params: FoldingRangeParams, state) => foldsOf(params, state) },
};

function foldsOf({ textDocument: { uri } }: FoldingRangeParams, state: State): readonly FoldingRange[] {
  const document = state.document(uri);
  const located = state.workspace.locate(uri);
  const items = located?.project.summary(located.path)?.items ?? [];
  if (document === undefined || located === undefined || items.length === 0) return [];
  const { open, close, content, map } = readFrontmatter(document.text);
  const block = open === undefined ? [] : lines(document, { start: open.start, end: close?.end ?? content.end });
  const spans = map === undefined ? [] : spansIn(map);
  const inside = spans.flatMap((span) => lines(document, span));
  // VS Code's Markdown folds headings itself.
  const sections = state.options.withoutDocumentSymbols === true ? [] : sectionsOf(located);
  return [...block, ...inside, ...sections];
}

/** Fields and list items, from the outside in. */
function spansIn(node: YamlNode): readonly Span[] {
  if (node.type === "map")
    return node.entries.flatMap(({ span, value }) => [span, ...(value === undefined ? [] : spansIn(value))]);
  return node.type === "list"
    ? node.items.flatMap((item) => [...(item.type === "map" ? [item.span] : []), ...spansIn(item)])
    : [];
}

function lines(document: Document, { start, end }: Span): readonly FoldingRange[] {
  return fold(
    documentPosition(document, start).line,
    documentPosition(document, trimmed(document.text, start, end)).line,
  );
}

/** Empty lines behind something are not a part of it. */
function trimmed(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text[at - 1]!.trim() === "") at--;
  return at;
}

function sectionsOf({ project, path }: Located): readonly FoldingRange[] {
  const places = project.places(path)!;
  return project.summary(path)!.items.flatMap(({ site, whole }) => {
    if (site !== "heading") return [];
    const { start, end } = placeRange(places, whole);
    return fold(start.line, end.character === 0 ? end.line - 1 : end.line);
  });
}

function fold(startLine: number, endLine: number): readonly FoldingRange[] {
  return endLine > startLine ? [{ startLine, endLine }] : [];
}
