import { globMatcher } from "../base/glob.ts";
import { nearest } from "../base/nearest.ts";
import type { Span } from "../base/span.ts";
import type { YamlMap, YamlNode, YamlScalar } from "../syntax/yaml-tree.ts";
import type { ReadingConfig } from "./config.ts";
import { innerSpan } from "./inner-span.ts";
import { idPrefix } from "./requirement-id.ts";
import { canonicalName, kindNamed, type SchemaKind } from "./schema.ts";

/** What a file is: a spec of a kind, nearly one, or ordinary Markdown. */
export type FileKind =
  | { readonly type: "spec"; readonly kind: SchemaKind; readonly typeSpan: Span | undefined }
  | { readonly type: "near"; readonly text: string; readonly span: Span }
  | { readonly type: "markdown" };

const ordinary: FileKind = { type: "markdown" };

/**
 * `type: prd` or `type: kpi` make a spec; the other built-in names are ordinary words that sites and vaults use too, so
 * they need an id with the kind's prefix or one of its link fields beside them. A project's `match` globs make specs as well.
 */
export function classify(path: string, map: YamlMap | undefined, config: ReadingConfig): FileKind {
  const said = map === undefined ? undefined : scalarUnder(map, "type");
  const meant = said === undefined ? undefined : kindNamed(said.text, config.schema);
  const word = meant?.name ?? said?.text.trim().toLowerCase() ?? "";
  const named = meant?.kind;
  const asNamed = (): FileKind => ({ type: "spec", kind: named!, typeSpan: said && innerSpan(said) });
  if (named !== undefined && isCertain(named, word, map!, config)) return asNamed();
  // A word that only may be one of ours counts for less than what the project says of its files.
  const matched = matchedKind(path, map, config);
  if (matched !== undefined) return { type: "spec", kind: matched, typeSpan: said && innerSpan(said) };
  if (named !== undefined) return named.name === word && hasLinks(named, map!) ? asNamed() : ordinary;
  if (said === undefined || word === "") return ordinary;
  const near = nearest(word, [...config.schema.kindNames.keys()]);
  return near === undefined ? ordinary : { type: "near", text: said.text.trim(), span: innerSpan(said) };
}

/** A word that is nobody else's, or an id that says the same. */
function isCertain(kind: SchemaKind, word: string, map: YamlMap, config: ReadingConfig): boolean {
  if (word === "prd" || word === "kpi" || kind.base !== kind.name) return true;
  const id = scalarUnder(map, "id")?.text.trim();
  const prefix = id === undefined ? undefined : idPrefix(id);
  if (prefix === undefined) return false;
  return kind.prefixes.includes(prefix) || (word !== kind.name && config.schema.prefixes.has(prefix));
}

function hasLinks(kind: SchemaKind, map: YamlMap): boolean {
  return map.entries.some(({ key }) => kind.fieldNames.get(canonicalName(key.text))?.type === "link");
}

function matchedKind(path: string, map: YamlMap | undefined, config: ReadingConfig): SchemaKind | undefined {
  for (const kind of config.schema.kinds.values()) {
    if (kind.match.length === 0 || !globMatcher(kind.match)(path)) continue;
    if ([...kind.when].every(([name, allowed]) => says(map, name, allowed))) return kind;
  }
  return undefined;
}

function says(map: YamlMap | undefined, name: string, allowed: readonly string[]): boolean {
  const node = map?.entries.find(({ key }) => canonicalName(key.text) === canonicalName(name))?.value;
  const texts = scalars(node).map(({ text }) => text.trim().toLowerCase());
  return allowed.some((word) => texts.includes(word.toLowerCase()));
}

function scalars(node: YamlNode | undefined): readonly YamlScalar[] {
  if (node === undefined || node.type === "map") return [];
  return node.type === "scalar" ? [node] : node.items.flatMap(scalars);
}

/** The scalar under a key, by its canonical name. */
function scalarUnder(map: YamlMap, name: string): YamlScalar | undefined {
  const value = map.entries.find(({ key }) => canonicalName(key.text) === name)?.value;
  return value?.type === "scalar" ? value : undefined;
}
