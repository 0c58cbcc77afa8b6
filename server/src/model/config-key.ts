import type { Span } from "../base/span.ts";
import { readYaml } from "../syntax/yaml.ts";
import type { YamlEntry, YamlNode } from "../syntax/yaml-tree.ts";
import { configBody } from "./config-body.ts";
import { canonicalName } from "./schema.ts";

/**
 * Where a `throughline.yaml` speaks of a kind, or of one of its fields; `lineage` is the kind and what it extends, the
 * nearest that says something counts.
 */
export function configKeySpan(text: string, lineage: readonly string[], field?: string): Span | undefined {
  const { root } = readYaml(text, configBody(text), "config-invalid");
  const kinds = entryOf(root, "kinds")?.value;
  for (const kind of lineage) {
    const own = entryOf(kinds, kind);
    const entry = field === undefined ? own : entryOf(entryOf(own?.value, "fields")?.value, field);
    if (entry !== undefined) return entry.key.span;
  }
  return undefined;
}

function entryOf(node: YamlNode | undefined, name: string): YamlEntry | undefined {
  if (node?.type !== "map") return undefined;
  return node.entries.find(({ key }) => canonicalName(key.text.trim()) === name);
}
