import { column } from "./yaml-place.ts";
import { yamlQuoted, yamlScalar } from "./yaml-quote.ts";
import type { YamlMap, YamlNode, YamlScalar } from "./yaml-tree.ts";
import type { WriteStyle } from "./yaml-write.ts";

/** How this map is written: where its names start, its line endings, its quotes and its lists. */
export function styleOf(text: string, map: YamlMap): WriteStyle {
  const start = map.entries[0]?.span.start ?? map.span.start;
  const newline = newlineNear(text, start);
  const lists = map.entries
    .map(({ key, value }) => ({ key, value }))
    .filter(({ value }) => value?.type === "list" && !value.flow);
  const flat = lists[0] && column(text, lists[0].value!.span.start) === column(text, lists[0].key.span.start);
  const quote = firstQuote(map);
  return {
    indent: column(text, start),
    newline,
    flow: map.flow,
    ...(flat && { flatLists: true }),
    ...(quote && { quote }),
  };
}

/** A text in the quotes that the old one had. */
export function likeBefore(value: string, old: YamlScalar, style: WriteStyle): string {
  return old.style === "double" || old.style === "single" ? yamlQuoted(value, old.style) : yamlScalar(value, style);
}

/** The line ending at `offset`, else the first one of the text. */
function newlineNear(text: string, offset: number): "\n" | "\r\n" {
  const below = text.indexOf("\n", offset);
  const newline = below < 0 ? text.indexOf("\n") : below;
  return newline > 0 && text[newline - 1] === "\r" ? "\r\n" : "\n";
}

function firstQuote(node: YamlNode): "double" | "single" | undefined {
  if (node.type === "scalar") return node.style === "double" || node.style === "single" ? node.style : undefined;
  const inner = node.type === "list" ? node.items : node.entries.flatMap(({ value }) => value ?? []);
  for (const one of inner) {
    const quote = firstQuote(one);
    if (quote) return quote;
  }
  return undefined;
}
