import type { FieldDefinition, KindDefinition } from "./kinds.ts";

/** The kinds as one project has them: the built-in ones, changed and added to by its configuration. Immutable. */
export interface Schema {
  readonly kinds: ReadonlyMap<string, SchemaKind>;
  /** Every name and synonym of a kind, lower case, to the kind. */
  readonly kindNames: ReadonlyMap<string, SchemaKind>;
  /** Every id prefix, as written, to the kind. */
  readonly prefixes: ReadonlyMap<string, SchemaKind>;
}

export interface SchemaKind extends KindDefinition {
  /** Canonical field name or alias, in canonical spelling, to the field; a name beats an alias. */
  readonly fieldNames: ReadonlyMap<string, FieldDefinition>;
  /** The built-in kind it comes from: itself, or what a team's own kind extends. */
  readonly base: string;
  /** The kind itself, what it extends, and so on to the built-in one. */
  readonly lineage: readonly string[];
  /** Words for a status that this project adds, folded as `phaseOf` folds them, to the phase. */
  readonly statuses: ReadonlyMap<string, string>;
  /** The same words as the configuration spells them, for lists that people read. */
  readonly ownStatuses: readonly { readonly status: string; readonly phase: string }[];
  /** Globs: files that are of this kind without saying so; empty for none. */
  readonly match: readonly string[];
  /** All must hold for `match` to count: field name to the values of which one must stand there. */
  readonly when: ReadonlyMap<string, readonly string[]>;
  /** How ids are made of a field or a file name, where a configuration says so. */
  readonly idForm: IdForm | undefined;
  /** Titles of level-two sections that a document of this kind is asked for. */
  readonly sections: readonly string[];
  /** Whether `required` was replaced by the configuration; then the built-in questions are not asked. */
  readonly requiredBy: "builtin" | "configuration";
}

export interface IdForm {
  /** The field that holds the id or its number. */
  readonly field: string | undefined;
  /** A template for the file name: `rfc-{n}.md`. */
  readonly file: string | undefined;
  /** A template for the id: `RFC-{n}`. */
  readonly format: string | undefined;
}

export interface SchemaOptions {
  readonly statuses?: ReadonlyMap<string, string>;
  readonly ownStatuses?: SchemaKind["ownStatuses"];
  readonly match?: readonly string[];
  readonly when?: ReadonlyMap<string, readonly string[]>;
  readonly idForm?: IdForm;
  readonly sections?: readonly string[];
  readonly base?: string;
  readonly lineage?: readonly string[];
  readonly requiredBy?: "builtin" | "configuration";
}

export function schemaKind(definition: KindDefinition, options: SchemaOptions = {}): SchemaKind {
  const fieldNames = new Map<string, FieldDefinition>();
  for (const field of definition.fields) for (const alias of field.aliases) fieldNames.set(alias, field);
  for (const field of definition.fields) fieldNames.set(field.name, field);
  return {
    ...definition,
    fieldNames,
    base: options.base ?? definition.name,
    lineage: options.lineage ?? [definition.name],
    statuses: options.statuses ?? new Map(),
    ownStatuses: options.ownStatuses ?? [],
    match: options.match ?? [],
    when: options.when ?? new Map(),
    idForm: options.idForm,
    sections: options.sections ?? [],
    requiredBy: options.requiredBy ?? "builtin",
  };
}

export function makeSchema(kinds: readonly SchemaKind[]): Schema {
  const kindNames = new Map<string, SchemaKind>();
  const prefixes = new Map<string, SchemaKind>();
  for (const kind of kinds) {
    for (const synonym of kind.synonyms) kindNames.set(synonym, kind);
    for (const prefix of kind.prefixes) prefixes.set(prefix, kind);
  }
  for (const kind of kinds) kindNames.set(kind.name, kind);
  return { kinds: new Map(kinds.map((kind) => [kind.name, kind])), kindNames, prefixes };
}

/** The kind that a word names, with the spelling that counts for it: `PR/FAQ` is `pr-faq`, `one pager` is `one-pager`. */
export function kindNamed(
  word: string,
  { kindNames }: Schema,
): { readonly name: string; readonly kind: SchemaKind } | undefined {
  const written = word.trim().toLowerCase();
  for (const name of [written, written.replace(/[\s_/-]+/g, "-")]) {
    const kind = kindNames.get(name);
    if (kind !== undefined) return { name, kind };
  }
  return undefined;
}

/**
 * `Target Release`, `target_release` and `targetRelease` are one name: `target-release`. A product's name with a capital
 * inside stays one word: `GitHub` is `github`.
 */
export function canonicalName(written: string): string {
  if (isCanonical(written)) return written;
  return written
    .replace(/GitHub|GitLab|YouTrack|ClickUp|DevOps/g, (product) => product.toLowerCase())
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");
}

/** As most names are written: letters and digits without capitals, and single hyphens between them. */
function isCanonical(name: string): boolean {
  let before = 0;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    const fits = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code === 45 && before !== 45);
    if (!fits) return false;
    before = code;
  }
  return true;
}

/** Whether an item of `kind` may stand where one of `expected` is asked for; a team's own kind counts as what it extends. */
export function isKind(schema: Schema, kind: string, expected: readonly string[]): boolean {
  const lineage = schema.kinds.get(kind)?.lineage ?? [kind];
  return lineage.some((name) => expected.includes(name));
}
