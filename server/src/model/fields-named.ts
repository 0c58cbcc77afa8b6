import { memo } from "../base/memo.ts";
import type { FieldDefinition } from "./kinds.ts";
import type { Schema } from "./schema.ts";

/** By kind, the field that a canonical name or an alias stands for; empty where no kind knows it. */
export function fieldsNamed(schema: Schema, name: string): ReadonlyMap<string, FieldDefinition> {
  const known = named(schema);
  let fields = known.get(name);
  if (fields === undefined) {
    fields = new Map(
      [...schema.kinds.values()].flatMap((kind) => {
        const field = kind.fieldNames.get(name);
        return field === undefined ? [] : [[kind.name, field]];
      }),
    );
    // People type names letter by letter; what nobody knows need not be remembered.
    if (fields.size > 0) known.set(name, fields);
  }
  return fields;
}

const named = memo((_: Schema) => new Map<string, ReadonlyMap<string, FieldDefinition>>());
