import { nearest } from "../base/nearest.ts";
import { say, type Words } from "../base/say.ts";
import type { Span } from "../base/span.ts";
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from "../syntax/yaml-tree.ts";
import { type ConfigProblem, invalid, type Slip, slip, someOf, unknownKey } from "./config-problem.ts";
import { type ConfigPart, complaint, formFor, isOptional, type Shape, shapesOf } from "./config-shape.ts";

/** Where the parts of a value stand: each object and list that came out of the walk to its keys or indices. */
export interface Origins {
  /** The key of an entry, or the list item itself. */
  key(container: object, name: string | number): Span;
  value(container: object, name: string | number): Span;
  /** Whether the key stands there, even with a value that cannot be used. */
  isWritten(container: object, name: string): boolean;
}

export interface Walked {
  /** Everything that could be read; what is broken is left out. Fits the part that it was read by. */
  readonly value: object;
  readonly origins: Origins;
  readonly problems: readonly ConfigProblem[];
}

/** Reads a tree by a part of the configuration, key by key: what does not fit is a problem on its place and nothing else suffers. */
export function walkConfig(root: YamlMap, part: ConfigPart): Walked {
  const walk: Walk = { places: new Map(), problems: [] };
  const value = readNode(walk, root, part, root.span);
  const placeOf = (container: object, name: string | number) => walk.places.get(container)?.get(name) ?? noPlace;
  return {
    value: typeof value === "object" && value !== null ? value : {},
    origins: {
      key: (container, name) => placeOf(container, name).key,
      value: (container, name) => placeOf(container, name).value,
      isWritten: (container, name) => walk.places.get(container)?.has(name) ?? false,
    },
    problems: walk.problems,
  };
}

interface Place {
  readonly key: Span;
  readonly value: Span;
}

interface Walk {
  readonly places: Map<object, Map<string | number, Place>>;
  readonly problems: ConfigProblem[];
}

const noPlace: Place = { key: { start: 0, end: 0 }, value: { start: 0, end: 0 } };

/** `key` is where a finding stands that is about the whole value. Undefined when nothing of it can be used. */
function readNode(walk: Walk, node: YamlNode, part: ConfigPart, key: Span): unknown {
  if (node.type === "scalar") return readScalar(walk, node, part);
  const best = formFor(part, node);
  if (best === undefined) {
    return node.type === "map"
      ? broken(walk, key, behind(say`Keys with values cannot stand here.`, complaint(part, {})))
      : broken(walk, key, behind(say`A list cannot stand here.`, complaint(part, [])));
  }
  if (best.shape.type === "map" && node.type === "map") return readMap(walk, node, best.shape.keys, key);
  if (best.shape.type === "names" && node.type === "map")
    return readNames(walk, node, best.shape.name, best.shape.value);
  if (best.shape.type === "list" && node.type === "list") return readList(walk, node.items, best.shape.item);
  return undefined;
}

function readMap(walk: Walk, node: YamlMap, keys: ReadonlyMap<string, ConfigPart>, key: Span): object | undefined {
  const read: Record<string, unknown> = Object.create(null);
  for (const entry of entriesOnce(node)) {
    const name = entry.key.text;
    const known = keys.get(name);
    if (known === undefined) walk.problems.push(unknownKey(entry.key.span, unknownName(name, [...keys.keys()])));
    else add(walk, read, name, entry, known);
  }
  const missing = [...keys].filter(([name, known]) => !isOptional(known) && read[name] === undefined);
  for (const [name, known] of missing) {
    const written = node.entries.find((entry) => entry.key.text === name);
    // A value that is there and wrong has its finding already.
    if (written !== undefined && !isNothing(written.value)) continue;
    const what = written === undefined ? say`\`${name}\` is missing here.` : say`\`${name}\` has no value yet.`;
    broken(walk, written?.key.span ?? key, behind(what, complaint(known, undefined)));
  }
  return missing.length > 0 ? undefined : read;
}

function readNames(walk: Walk, node: YamlMap, namePart: ConfigPart, value: ConfigPart): object {
  const read: Record<string, unknown> = Object.create(null);
  for (const entry of entriesOnce(node)) {
    const wrong = complaint(namePart, entry.key.text);
    if (wrong === undefined) add(walk, read, entry.key.text, entry, value);
    else broken(walk, entry.key.span, behind(cannotStand(entry.key.text), wrong));
  }
  return read;
}

function readList(walk: Walk, items: readonly YamlNode[], part: ConfigPart): unknown[] {
  const read: unknown[] = [];
  const places = new Map<string | number, Place>();
  for (const item of items) {
    if (isNothing(item)) continue;
    const value = readNode(walk, item, part, item.span);
    if (value === undefined) continue;
    places.set(read.length, { key: item.span, value: item.span });
    read.push(value);
  }
  walk.places.set(read, places);
  return read;
}

function add(walk: Walk, read: Record<string, unknown>, name: string, entry: YamlEntry, part: ConfigPart): void {
  const places = walk.places.get(read) ?? new Map<string | number, Place>();
  walk.places.set(read, places);
  const { key, value: node } = entry;
  places.set(name, { key: key.span, value: node === undefined || isNothing(node) ? key.span : node.span });
  if (node === undefined) return;
  // A name with nothing behind it yet is no mistake while somebody types; where keys would follow, it counts already.
  const nothing = shapesOf(part).every(({ shape }) => shape.type === "map") ? {} : undefined;
  const value = isNothing(node) ? nothing : readNode(walk, node, part, key.span);
  if (value !== undefined) read[name] = value;
}

function readScalar(walk: Walk, node: YamlScalar, part: ConfigPart): unknown {
  const options = shapesOf(part).filter(
    ({ shape }) => shape.type !== "map" && shape.type !== "names" && shape.type !== "list",
  );
  for (const { part: option, shape } of options) {
    const value = plainValue(node, shape);
    if (complaint(option, value) === undefined) return value;
  }
  const first = options[0];
  const meant = first?.shape.type === "words" ? nearest(node.text, first.shape.words) : undefined;
  const advice =
    first === undefined ? complaint(part, node.text) : complaint(first.part, plainValue(node, first.shape));
  return broken(walk, node.span, slip(cannotStand(node.text), meant, advice));
}

function cannotStand(text: string): Words {
  return say`\`${text}\` cannot stand here.`;
}

function behind(what: Words, advice: Words | undefined): Words {
  return advice === undefined ? what : say`${what} ${advice}`;
}

function broken(walk: Walk, span: Span, said: Words | Slip): undefined {
  walk.problems.push(invalid(span, said));
}

function unknownName(name: string, known: readonly string[]): Slip {
  return slip(say`\`${name}\` means nothing here.`, nearest(name, known), say`What can stand here: ${someOf(known)}.`);
}

/** Numbers and booleans as YAML 1.2 reads them, and only where one is wanted: `handle: 007` stays a text. */
function plainValue(node: YamlScalar, shape: Shape): unknown {
  if (node.style !== "plain") return node.text;
  if (shape.type === "number" && /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(node.text)) return Number(node.text);
  if (shape.type === "boolean" && /^(true|false|True|False|TRUE|FALSE)$/.test(node.text))
    return node.text.toLowerCase() === "true";
  return node.text;
}

function isNothing(node: YamlNode | undefined): boolean {
  return (
    node === undefined || (node.type === "scalar" && node.style === "plain" && /^(|~|null|Null|NULL)$/.test(node.text))
  );
}

/** The first of several entries with one name; the reader has reported the others, and words that are no entries yet. */
function entriesOnce(node: YamlMap): readonly YamlEntry[] {
  const seen = new Set<string>();
  return node.entries.filter(({ key, value }) => {
    if (seen.has(key.text) || (value === undefined && !node.flow)) return false;
    seen.add(key.text);
    return true;
  });
}
