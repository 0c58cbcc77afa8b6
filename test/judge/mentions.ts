import type { Definition, Nodes, Root } from "mdast";
import type { Span } from "../../server/src/base/span.ts";
import { visit } from "./visit.ts";

const id = /(?<![\p{L}\p{N}\p{M}_/-])[A-Za-z][A-Za-z0-9]*-\d+(?:\/[A-Za-z][A-Za-z0-9]*-\d+)?(?![\p{L}\p{N}\p{M}_/-])/gu;
const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//;
const bareUrl = /[A-Za-z0-9]:\/\/[^\s"<>`]*/g;
const wikilink = /\[\[[^[\]\r\n]*\]\]/g;

/**
 * What looks like an id in remark's text and inline code, but for wikilinks, URLs and the text of links to these.
 * Undefined where remark forgets the places of texts, since it found addresses in these late.
 */
export function mentionsIn(
  text: string,
  tree: Root,
  definitions: Map<string, Definition>,
  shift: number,
): Span[] | undefined {
  const found: Span[] = [];
  let placed = true;
  visit(tree, (node, parents) => {
    if (node.position === undefined) placed = false;
    if ((node.type !== "text" && node.type !== "inlineCode") || node.position === undefined) return;
    if (parents.some((parent) => leadsToUrl(parent, definitions) || isAddress(parent, text, shift))) return;
    const start = node.position.start.offset! + shift;
    const end = node.position.end.offset! + shift;
    const covered = [...spansOf(bareUrl, text, start, end)];
    if (node.type === "text") covered.push(...spansOf(wikilink, text, start, end));
    for (const span of spansOf(id, text, start, end))
      if (!covered.some((other) => other.start < span.end && other.end > span.start) && isWhole(text, span))
        found.push(span);
  });
  return placed ? found : undefined;
}

/** Not beside a letter, also where that belongs to another node. */
function isWhole(text: string, { start, end }: Span): boolean {
  return !/[\p{L}\p{N}]/u.test(`${text[start - 1] ?? ""}${text[end] ?? ""}`);
}

function leadsToUrl(node: Nodes, definitions: Map<string, Definition>): boolean {
  if (node.type === "link") return scheme.test(node.url);
  return node.type === "linkReference" && scheme.test(definitions.get(node.identifier)?.url ?? "");
}

function isAddress(node: Nodes, text: string, shift: number): boolean {
  return node.type === "link" && text[(node.position?.start.offset ?? -1) + shift] !== "[";
}

function spansOf(pattern: RegExp, text: string, start: number, end: number): Span[] {
  const slice = text.slice(start, end);
  return [...slice.matchAll(pattern)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}
