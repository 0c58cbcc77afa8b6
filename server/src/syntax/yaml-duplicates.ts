import type { Span } from "../base/span.ts";
import { duplicateKey } from "./yaml-flaws.ts";
import type { Source } from "./yaml-source.ts";
import type { YamlEntry, YamlMap, YamlNode } from "./yaml-tree.ts";

/** Reports each name that a map gives again; all entries stay in the tree, and the first one counts. */
export function findDuplicates(source: Source, node: YamlNode, seen = new Set<YamlNode>()): void {
  if (node.type === "scalar" || seen.has(node)) return;
  seen.add(node);
  if (node.type === "list") {
    for (const item of node.items) findDuplicates(source, item, seen);
    return;
  }
  const first = new Map<string, YamlEntry>();
  for (const entry of node.entries) {
    const { key, value } = entry;
    const known = first.get(key.text);
    // A name without a colon is still being typed.
    if (value === undefined && !node.flow) continue;
    if (known) duplicateKey(source, key.span, key.text, spare(source.text, node, known, entry));
    else first.set(key.text, entry);
    if (value) findDuplicates(source, value, seen);
  }
}

/** What to remove: the second entry, or the first one where only that is empty. */
function spare(text: string, map: YamlMap, first: YamlEntry, second: YamlEntry): Span {
  if (map.flow) {
    const before = map.entries[map.entries.indexOf(second) - 1]!;
    return { start: before.span.end, end: second.span.end };
  }
  const lines = wholeLines(text, first.span);
  if (isEmpty(first) && !isEmpty(second) && /^[ \t]*$/.test(text.slice(lines.start, first.span.start))) return lines;
  return wholeLines(text, second.span);
}

function isEmpty({ value }: YamlEntry): boolean {
  return value === undefined || value.span.start === value.span.end;
}

function wholeLines(text: string, span: Span): Span {
  const start = text.lastIndexOf("\n", span.start - 1) + 1;
  const newline = text.indexOf("\n", span.end);
  return { start, end: newline < 0 ? text.length : newline + 1 };
}
