import type { YamlMap, YamlScalar } from "../syntax/yaml-tree.ts";
import { innerSpan } from "./inner-span.ts";
import type { FieldDefinition } from "./kinds.ts";
import { readTarget } from "./read-target.ts";
import { addItem, draftItem, type Reading } from "./reading.ts";
import { kindOfId } from "./requirement-id.ts";
import { canonicalName, kindNamed, type SchemaKind } from "./schema.ts";
import type { LinkValue, Scalar } from "./summary.ts";

/**
 * A mapping in a list of links: with a `title` it defines an item right here, with an `id`, `ref` or `path` and no title
 * it refers to one, and its other keys are values of the link (`{ id: KPI-1, target: 3 % }` is a goal's key result).
 */
export function readNested(
  map: YamlMap,
  definition: FieldDefinition,
  container: number,
  reading: Reading,
): readonly LinkValue[] {
  const named = new Map<string, YamlScalar>();
  for (const { key, value } of map.entries) {
    if (value?.type === "scalar" && value.text.trim() !== "") named.set(canonicalName(key.text), value);
  }
  const id = named.get("id");
  const kind = kindFor(named.get("type")?.text, id?.text, definition, reading);
  if (kind === undefined) return [];
  const title = named.get("title");
  if (title !== undefined) return [define(map, id ?? title, kind, definition, container, id === undefined, reading)];
  const reference = id ?? named.get("ref") ?? named.get("path");
  if (reference === undefined) return [];
  return [
    {
      text: reference.text,
      entry: reading.places.add(innerSpan(reference)),
      target: readTarget(reference.text, reading.path, reading.schema),
      values: linkValues(named, kind, reading),
    },
  ];
}

/** Its own fields are read later, in turn: however deep lists stand in lists, nothing recurses. */
function define(
  map: YamlMap,
  name: YamlScalar,
  kind: SchemaKind,
  definition: FieldDefinition,
  container: number,
  isUnnamed: boolean,
  reading: Reading,
): LinkValue {
  const item = draftItem("nested", kind, map.span, {
    container,
    via: { field: definition.name, of: "container" },
    outside: isUnnamed && definition.name === "depends-on",
  });
  const index = addItem(item, reading);
  reading.pending.push({ map, item, index });
  const entry = reading.places.add(innerSpan(name));
  const target = { type: "nested" as const, item: index };
  reading.inPlace.push(target);
  return { text: name.text, entry, target, values: new Map() };
}

/** What it says it is, else what its id's prefix says, else what the list asks for. */
function kindFor(
  type: string | undefined,
  id: string | undefined,
  definition: FieldDefinition,
  reading: Reading,
): SchemaKind | undefined {
  const { schema } = reading;
  const said = type === undefined ? undefined : kindNamed(type, schema)?.kind;
  const byId = id === undefined ? undefined : kindOfId(schema, id.trim());
  return said ?? (byId === undefined ? undefined : schema.kinds.get(byId)) ?? schema.kinds.get(definition.to[0] ?? "");
}

function linkValues(
  named: ReadonlyMap<string, YamlScalar>,
  kind: SchemaKind,
  reading: Reading,
): ReadonlyMap<string, Scalar> {
  const values = new Map<string, Scalar>();
  for (const [name, value] of named) {
    if (name === "id" || name === "ref" || name === "path" || name === "type") continue;
    const field = kind.fieldNames.get(name)?.name ?? name;
    values.set(field, { text: value.text.trim(), entry: reading.places.add(innerSpan(value)) });
  }
  return values;
}
