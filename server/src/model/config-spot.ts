import type { Words } from "../base/say.ts";
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from "../syntax/yaml-tree.ts";
import { type ConfigPart, formFor, saysOf, shapesOf } from "./config-shape.ts";

/** A word of `throughline.yaml` and what may stand in its place. */
export interface ConfigSpot {
  /** The keys above it, from the top of the file; a value's own key is the last. Lists and `replace` add nothing. */
  readonly path: readonly string[];
  readonly scalar: YamlScalar;
  readonly form: "key" | "value";
  /** For a key, what its mapping may be; for a value, what it may be. */
  readonly part: ConfigPart;
  /** For a key, the other keys of its mapping. */
  readonly siblings: readonly string[];
  /** What the key is for, or the key that the value belongs to. */
  readonly says: Words | undefined;
  /** Whether it stands in brackets or braces. */
  readonly flow: boolean;
}

/** The word at an offset; undefined between words, and where a key is unknown nothing below it is known either. */
export function spotAt(root: YamlNode, part: ConfigPart, offset: number): ConfigSpot | undefined {
  return inNode(root, { part, path: [], says: undefined, flow: false }, offset);
}

type Around = Pick<ConfigSpot, "part" | "path" | "says" | "flow">;

function inNode(node: YamlNode, around: Around, offset: number): ConfigSpot | undefined {
  if (node.type === "scalar") {
    return holds(node, offset) ? { ...around, scalar: node, form: "value", siblings: [] } : undefined;
  }
  const flow = around.flow || node.flow;
  if (node.type === "map") return inMap(node, { ...around, flow }, offset);
  const form = formFor(around.part, node);
  if (form?.shape.type !== "list") return undefined;
  const { item } = form.shape;
  return first(node.items, (below) => inNode(below, { ...around, part: item, flow }, offset));
}

function inMap(node: YamlMap, around: Around, offset: number): ConfigSpot | undefined {
  return first(node.entries, (entry) => {
    const child = childOf(node, entry, around.part);
    const says = (child && saysOf(child)) ?? around.says;
    if (holds(entry.key, offset)) {
      const siblings = node.entries.filter((other) => other !== entry).map(({ key }) => key.text);
      const part = siblings.length > 0 ? (formFor(around.part, node)?.part ?? around.part) : around.part;
      return { ...around, part, says: child && saysOf(child), scalar: entry.key, form: "key", siblings };
    }
    if (child === undefined || entry.value === undefined) return undefined;
    const path = entry.key.text === "replace" ? around.path : [...around.path, entry.key.text];
    return inNode(entry.value, { ...around, part: child, path, says }, offset);
  });
}

function childOf(node: YamlMap, { key }: YamlEntry, part: ConfigPart): ConfigPart | undefined {
  const shape = formFor(part, node)?.shape;
  if (shape?.type === "names") return shape.value;
  return shape?.type === "map" ? shape.keys.get(key.text) : undefined;
}

/** The keys that may stand in a mapping, of every form that it may have. */
export function keysOf(part: ConfigPart): ReadonlyMap<string, ConfigPart> {
  return new Map(shapesOf(part).flatMap(({ shape }) => (shape.type === "map" ? [...shape.keys] : [])));
}

function holds({ span }: YamlScalar, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function first<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
