import { nearest } from "../base/nearest.ts";
import { say } from "../base/say.ts";
import { defaultConfig } from "./config.ts";
import { changeFields, definesField, type FieldBuild, noField, noKind } from "./config-fields.ts";
import { prefixOf, readIdForm } from "./config-id.ts";
import { type Listed, listed, merged, readConditions } from "./config-lists.ts";
import { type ConfigProblem, invalid, slip, unknownKey } from "./config-problem.ts";
import type { ConfigFile } from "./config-schema.ts";
import type { FieldFile, KindFile } from "./config-schema-kind.ts";
import { checkInverses, type KindsBuild, settlePrefixes } from "./config-settle.ts";
import type { Origins } from "./config-walk.ts";
import { builtinKinds } from "./kinds.ts";
import { foldStatus } from "./phase.ts";
import { canonicalName, makeSchema, type Schema, type SchemaKind, schemaKind } from "./schema.ts";

/** The kinds as the file has them: the built-in ones changed, and those of the team's own behind them. */
export function buildSchema(origins: Origins, problems: ConfigProblem[], file: ConfigFile): Schema {
  const build = startBuild(origins, problems, file);
  for (const name of build.kindNames) kindOf(build, name);
  checkInverses(build);
  settlePrefixes(build);
  return makeSchema(build.kindNames.map((name) => build.kinds.get(name)).filter((kind) => kind !== undefined));
}

const builtinNames = builtinKinds.map(({ name }) => name);

interface KindBuild extends FieldBuild, KindsBuild {
  /** Those that are being made: a kind that comes by again extends itself. */
  readonly making: Set<string>;
}

function startBuild(origins: Origins, problems: ConfigProblem[], file: ConfigFile): KindBuild {
  const written = file.kinds ?? {};
  const synonyms = new Map(builtinKinds.flatMap(({ name, synonyms }) => synonyms.map((synonym) => [synonym, name])));
  const kindNames = [...new Set([...builtinNames, ...Object.keys(written)])];
  const known = new Set(kindNames);
  const kindNamed = (name: string) => (known.has(name) ? name : synonyms.get(name));
  return { origins, problems, file, written, kindNamed, kindNames, kinds: new Map(), making: new Set() };
}

/** The kind of that name, made when it is first asked for; undefined when it cannot be. */
function kindOf(build: KindBuild, name: string): SchemaKind | undefined {
  const made = build.kinds.get(name);
  if (made !== undefined) return made;
  const builtin = defaultConfig.schema.kinds.get(name);
  const written = build.written[name];
  if (builtin !== undefined && written?.extends !== undefined) {
    const message = say`${name} comes with Throughline. Only a kind of your own can extend another.`;
    build.problems.push(invalid(build.origins.key(written, "extends"), message));
  }
  const own = builtin !== undefined || written === undefined ? undefined : ownKind(build, name, written);
  const kind = builtin === undefined ? own : forEveryKind(build, builtin);
  if (kind === undefined) return undefined;
  const changed = written === undefined ? kind : changeKind(build, kind, written);
  build.kinds.set(name, changed);
  return changed;
}

/** What the file says at its top for all kinds. */
function forEveryKind(build: KindBuild, kind: SchemaKind): SchemaKind {
  const { fields = {}, status = {} } = build.file;
  if (build.file.fields === undefined && build.file.status === undefined) return kind;
  const anywhere = new Set(
    builtinKinds.flatMap(({ fields }) => fields.flatMap(({ name, aliases }) => [name, ...aliases])),
  );
  const concerns = ([name, field]: [string, FieldFile]) =>
    kind.fieldNames.has(canonicalName(name)) || definesField(field) || !anywhere.has(canonicalName(name));
  return changeKind(
    build,
    kind,
    { fields: Object.fromEntries(Object.entries(fields).filter(concerns)), status },
    fields,
  );
}

/**
 * A team's own kind before its own part: what it extends, under its own name and without what only one kind can have.
 * Its documents are not lost where `extends` is broken: then it counts as a feature. Undefined for a name that is a slip.
 */
function ownKind(build: KindBuild, name: string, written: KindFile): SchemaKind | undefined {
  if (written.extends === undefined && isSlip(build, name)) return undefined;
  build.making.add(name);
  const base = kindOf(build, parentOf(build, name, written)) ?? defaultConfig.schema.kinds.get(fallback)!;
  build.making.delete(name);
  const label = labelOf(name, written);
  return {
    ...base,
    name,
    label,
    plural: pluralOf(label),
    prefixes: [],
    synonyms: [],
    match: [],
    when: new Map(),
    idForm: undefined,
    lineage: [name, ...base.lineage],
  };
}

const fallback = "feature";

/** Whether `name` is a built-in kind written wrongly, rather than a kind of the team's own. */
function isSlip(build: KindBuild, name: string): boolean {
  const key = build.origins.key(build.written, name);
  const synonymOf = builtinKinds.find(({ synonyms }) => synonyms.includes(name))?.name;
  const meant = nearest(name, builtinNames);
  if (synonymOf !== undefined) {
    const message = say`${name} is another word for ${synonymOf}. Write ${synonymOf}, or \`extends: ${synonymOf}\` for a kind of its own.`;
    build.problems.push(invalid(key, message));
  } else if (meant !== undefined) {
    const message = say`There is no kind \`${name}\`. Did you mean \`${meant}\`? A kind of your own says what it extends.`;
    build.problems.push(unknownKey(key, { message, meant }));
  } else {
    build.problems.push(invalid(key, say`Say which kind ${name} is a sort of, for example \`extends: ${fallback}\`.`));
  }
  return synonymOf !== undefined || meant !== undefined;
}

function parentOf(build: KindBuild, name: string, written: KindFile): string {
  if (written.extends === undefined) return fallback;
  const parent = build.kindNamed(written.extends);
  const place = build.origins.value(written, "extends");
  if (parent === undefined) {
    build.problems.push(invalid(place, noKind(written.extends, build.kindNames)));
    return nearest(written.extends, builtinNames) ?? fallback;
  }
  if (build.making.has(parent)) {
    const message = say`${name} would extend itself. Extend a kind that comes with Throughline, such as ${fallback}.`;
    build.problems.push(invalid(place, message));
    return fallback;
  }
  if (build.making.size > deepest) {
    const message = say`More than ${String(deepest)} kinds extend each other here, and the rest is not followed. Extend a kind that comes with Throughline, such as ${fallback}.`;
    build.problems.push(invalid(place, message));
    return fallback;
  }
  return parent;
}

/** Kinds between one and the one of ours that it comes from: far more than people think up. */
const deepest = 100;

/** "RFC" for rfc, "Tech note" for tech-note. */
function labelOf(name: string, written: KindFile): string {
  const spelled = name.replaceAll("-", " ");
  const isShort = spelled.length <= 3 || prefixOf(written.id?.format)?.toLowerCase() === name;
  return isShort ? spelled.toUpperCase() : spelled.charAt(0).toUpperCase() + spelled.slice(1);
}

/** "RFCs", "stories": for sentences such as "12 stories". */
function pluralOf(label: string): string {
  const word = /[a-z]/.test(label) ? label.toLowerCase() : label;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function changeKind(build: KindBuild, kind: SchemaKind, written: KindFile, fieldsFrom = written.fields): SchemaKind {
  const { origins } = build;
  const fields = written.fields === undefined ? kind.fields : changeFields(build, kind, written.fields, fieldsFrom);
  const withFields = fields === kind.fields ? kind : schemaKind({ ...kind, fields }, kind);
  const prefixes = merged(listed(origins, written, "prefix"), kind.prefixes);
  const idForm = readIdForm(origins, build.problems, written, prefixes[0]) ?? kind.idForm;
  const required = listed(origins, written, "required");
  const ownStatuses = Object.entries(written.status ?? {}).map(([status, phase]) => ({ status, phase }));
  return {
    ...withFields,
    label: written.label ?? kind.label,
    plural: written.plural ?? (written.label === undefined ? kind.plural : pluralOf(written.label)),
    says: written.says ?? kind.says,
    synonyms: merged(listed(origins, written, "synonyms"), kind.synonyms),
    prefixes: prefixes.length > 0 ? prefixes : [prefixOf(idForm?.format)].filter((prefix) => prefix !== undefined),
    required: written.required === undefined ? kind.required : requiredFields(build, withFields, required.items),
    requiredBy: written.required === undefined ? kind.requiredBy : "configuration",
    statuses: new Map([
      ...kind.statuses,
      ...ownStatuses.map(({ status, phase }): [string, string] => [foldStatus(status), phase]),
    ]),
    ownStatuses: [...kind.ownStatuses, ...ownStatuses],
    match: merged(listed(origins, written, "match"), kind.match),
    when: written.when === undefined ? kind.when : readConditions(written.when, canonicalName),
    idForm,
    sections: merged(listed(origins, written, "sections"), kind.sections),
  };
}

/** Names that are no fields are asked for too, as whatever the documents say under them, unless they are slips. */
function requiredFields(build: KindBuild, kind: SchemaKind, items: Listed<string>["items"]): readonly string[] {
  const names = items.flatMap(({ value, span }) => {
    const canonical = canonicalName(value);
    const field = kind.fieldNames.get(canonical);
    const meant = field === undefined ? nearest(canonical, kind.fieldNames.keys()) : undefined;
    if (meant === undefined) return [field?.name ?? canonical];
    build.problems.push(invalid(span, slip(noField(kind, value), meant)));
    return [];
  });
  return [...new Set(names)];
}
