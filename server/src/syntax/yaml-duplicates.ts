import type { Span } from "../base/span.ts";
import { duplicateKey } from "./yaml-flaws.ts";
import type { Source } from "./yaml-source.ts";
import type { YamlEntry, YamlMap, YamlNode } from "./yaml-tree.ts";

/** Reports each name that a map gives again; all entries stay in the tree, and the first one counts. */
export function findDuplicates(source: Source, root: YamlNode): void {
  const seen = new Set<YamlNode>();
  const walk = (node: YamlNode) => {
    // What is repeated by name is in the tree more than once.
    if (node.type === "scalar" || (source.doubts > 0 && (seen.has(node) || !seen.add(node)))) return;
    if (node.type === "list") {
      for (const item of node.items) if (item.type !== "scalar") walk(item);
      return;
    }
    const { entries } = node;
    for (const { value } of entries) if (value && value.type !== "scalar") walk(value);
    if (!hasDuplicates(entries)) return;
    const first = new Map<string, YamlEntry>();
    for (const entry of entries) {
      // A name without a colon is still being typed.
      if (entry.value === undefined && !node.flow) continue;
      const { key } = entry;
      const known = first.get(key.text);
      if (known) duplicateKey(source, key.span, key.text, spare(source.text, node, known, entry));
      else first.set(key.text, entry);
    }
  };
  walk(root);
}

/** The usual few names are compared faster than they are put into a set. */
function hasDuplicates(entries: readonly YamlEntry[]): boolean {
  if (entries.length > 16) return new Set(entries.map(({ key }) => key.text)).size < entries.length;
  for (let i = 1; i < entries.length; i++) {
    const { text } = entries[i]!.key;
    for (let j = 0; j < i; j++) if (entries[j]!.key.text === text) return true;
  }
  return false;
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
