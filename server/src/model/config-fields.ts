import { nearest } from "../base/nearest.ts";
import { say, type Words } from "../base/say.ts";
import type { Span } from "../base/span.ts";
import { type Listed, listed, merged } from "./config-lists.ts";
import { type ConfigProblem, invalid, type Slip, slip, unknownKey } from "./config-problem.ts";
import type { FieldFile } from "./config-schema-kind.ts";
import type { Origins } from "./config-walk.ts";
import { kindLabel, ownFieldSays } from "./kind-words.ts";
import type { FieldDefinition } from "./kinds.ts";
import { canonicalName, type SchemaKind } from "./schema.ts";

export interface FieldBuild {
  readonly origins: Origins;
  readonly problems: ConfigProblem[];
  /** The kind that a written name means, undefined for none. */
  readonly kindNamed: (written: string) => string | undefined;
  readonly kindNames: readonly string[];
}

/**
 * The fields of `kind` with the changes that `written` makes; what cannot be done is a problem and changes nothing.
 * `container` is the object of the file that `written` is taken from.
 */
export function changeFields(
  build: FieldBuild,
  kind: SchemaKind,
  written: Readonly<Record<string, FieldFile>>,
  container: object = written,
): readonly FieldDefinition[] {
  const fields = new Map(kind.fields.map((field) => [field.name, field]));
  const claimed = new Map<string, string>();
  for (const [name, file] of Object.entries(written)) {
    const canonical = canonicalName(name);
    const known = kind.fieldNames.get(canonical);
    // An alias becomes a field of its own where the file says what it holds.
    const existing = known !== undefined && (known.name === canonical || !definesField(file)) ? known : undefined;
    const key = build.origins.key(container, name);
    const field =
      existing === undefined ? newField(build, kind, canonical, name, file, key) : changedField(build, existing, file);
    if (field === undefined) continue;
    fields.set(field.name, field);
    if (existing === undefined) claimed.set(field.name, field.name);
    for (const { value, span } of listed(build.origins, file, "aliases").items) {
      const alias = canonicalName(value);
      if (fields.has(alias))
        build.problems.push(
          invalid(span, say`\`${value}\` is a field already, so it cannot be another name of ${field.name}.`),
        );
      else claimed.set(alias, field.name);
    }
  }
  return [...fields.values()].map((field) => ({
    ...field,
    aliases: field.aliases.filter((alias) => !fields.has(alias) && (claimed.get(alias) ?? field.name) === field.name),
  }));
}

/** Whether the file says enough for a field that does not come with Throughline. */
export function definesField(file: FieldFile): boolean {
  return file.type !== undefined || file.values !== undefined || file.to !== undefined;
}

function newField(
  build: FieldBuild,
  kind: SchemaKind,
  canonical: string,
  name: string,
  file: FieldFile,
  key: Span,
): FieldDefinition | undefined {
  if (!definesField(file)) {
    const meant = nearest(canonical, [...kind.fieldNames.keys()]);
    const way = say`A field of your own says what it holds, for example \`type: text\`.`;
    const said = slip(noField(kind, name), meant, way);
    build.problems.push(meant === undefined ? invalid(key, said) : unknownKey(key, said));
    return undefined;
  }
  const { origins, problems } = build;
  const type = file.type ?? (file.values === undefined ? "link" : "enum");
  if (type === "enum" && file.values === undefined) {
    problems.push(invalid(key, say`Say under \`values\` what may stand in ${name}.`));
    return undefined;
  }
  const misplaced = (
    [
      ["values", "enum"],
      ["to", "link"],
      ["inverse", "link"],
    ] as const
  ).filter(([part, wanted]) => file[part] !== undefined && type !== wanted);
  for (const [part, wanted] of misplaced) {
    problems.push(
      invalid(
        origins.key(file, part),
        say`\`${part}\` is for fields with \`type: ${wanted}\`; this one has \`type: ${type}\`.`,
      ),
    );
  }
  const inverse = type === "link" && file.inverse !== undefined ? canonicalName(file.inverse) : undefined;
  return {
    name: canonical,
    type,
    many: file.many ?? type === "link",
    says: file.says ?? ownFieldSays,
    aliases: merged(listed(origins, file, "aliases"), []).map(canonicalName),
    values: type === "enum" ? merged(listed(origins, file, "values"), []) : [],
    to: type === "link" ? targets(build, file, []) : [],
    edge: type === "link" ? { name: inverse ?? canonical, inverse: inverse !== undefined } : undefined,
  };
}

function changedField(build: FieldBuild, field: FieldDefinition, file: FieldFile): FieldDefinition {
  const { origins, problems } = build;
  // A text may be narrowed to some words; everything else that is computed from a field relies on its type.
  const type = field.type === "text" && file.values !== undefined ? "enum" : field.type;
  if (file.type !== undefined && file.type !== type) {
    problems.push(
      invalid(
        origins.value(file, "type"),
        say`${field.name} comes with Throughline with \`type: ${type}\`; that cannot be changed. Give a field of your own another name.`,
      ),
    );
  }
  const unusable = (
    [
      ["values", type === "enum"],
      ["to", type === "link"],
      ["inverse", false],
    ] as const
  ).filter(([part, usable]) => file[part] !== undefined && !usable);
  for (const [part] of unusable)
    problems.push(
      invalid(
        origins.key(file, part),
        say`\`${part}\` cannot be given for ${field.name}, which has \`type: ${type}\`.`,
      ),
    );
  return {
    ...field,
    type,
    many: file.many ?? field.many,
    says: file.says ?? field.says,
    aliases: merged(mapped(listed(origins, file, "aliases"), canonicalName), field.aliases),
    values: type === "enum" ? merged(listed(origins, file, "values"), field.values) : field.values,
    to: type === "link" && file.to !== undefined ? targets(build, file, field.to) : field.to,
  };
}

/** The kinds under `to`; a link that names none leads to any. */
function targets(build: FieldBuild, file: FieldFile, defaults: readonly string[]): readonly string[] {
  const list = listed(build.origins, file, "to");
  const items = list.items.flatMap(({ value, span }) => {
    const kind = build.kindNamed(value);
    if (kind === undefined) build.problems.push(invalid(span, noKind(value, build.kindNames)));
    return kind === undefined ? [] : [{ value: kind, span }];
  });
  const kinds = merged({ ...list, items }, defaults);
  return kinds.length > 0 ? kinds : build.kindNames;
}

/** "Feature has no field `ownr`." */
export function noField(kind: SchemaKind, name: string): Words {
  return say`${kindLabel(kind)} has no field \`${name}\`.`;
}

/** "There is no kind `rcf`. Did you mean `rfc`?" */
export function noKind(written: string, kindNames: readonly string[]): Slip {
  return slip(
    say`There is no kind \`${written}\`.`,
    nearest(written, kindNames),
    say`The kinds are ${kindNames.join(", ")}.`,
  );
}

function mapped<Item>(list: Listed<Item>, change: (item: Item) => Item): Listed<Item> {
  return { ...list, items: list.items.map(({ value, span }) => ({ value: change(value), span })) };
}
