import * as z from "zod/mini";
import { configFile } from "../../server/src/model/config-schema.ts";
import { builtinKinds } from "../../server/src/model/kinds.ts";

type JsonSchema = { [key: string]: unknown; properties?: Record<string, JsonSchema>; additionalProperties?: unknown };

/** The JSON Schema of `throughline.yaml`, for editors that know YAML: the names of kinds and rules are listed, others are possible. */
export function configJsonSchema(rules: readonly { readonly id: string; readonly title: string }[]): string {
  const { $schema, ...file } = z.toJSONSchema(configFile, { target: "draft-7", override: looseText }) as JsonSchema;
  const properties = file.properties!;
  const definitions: Record<string, unknown> = {};
  const name = (part: JsonSchema, definition: string, names: readonly { name: string; says: string }[]) => {
    definitions[definition] = part.additionalProperties;
    const reference = { $ref: `#/definitions/${definition}` };
    part.properties = Object.fromEntries(
      names.map(({ name, says }) => [name, { description: says, allOf: [reference] }]),
    );
    part.additionalProperties = reference;
  };
  name(
    properties.kinds!,
    "kind",
    builtinKinds.map(({ name, says }) => ({ name, says })),
  );
  name(
    properties.rules!,
    "rule",
    rules.map(({ id, title }) => ({ name: id, says: title })),
  );
  const schema = {
    $schema,
    title: "throughline.yaml",
    description: "What a team agrees on for its product documents.",
    ...file,
    definitions,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/**
 * A plain text may look like a number in YAML (`handle: 007`): it is read from its characters all the same.
 * The names of a mapping are texts anyway.
 */
function looseText({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const isPlain = jsonSchema.type === "string" && jsonSchema.enum === undefined && jsonSchema.pattern === undefined;
  if (isPlain) Object.assign(jsonSchema, { type: ["string", "number", "boolean"], minLength: undefined });
  const { propertyNames } = jsonSchema;
  if (typeof propertyNames === "object" && propertyNames.pattern === undefined) delete jsonSchema.propertyNames;
}
