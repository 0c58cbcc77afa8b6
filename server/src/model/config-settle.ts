import { say } from "../base/say.ts";
import { listed } from "./config-lists.ts";
import { type ConfigProblem, invalid } from "./config-problem.ts";
import type { ConfigFile } from "./config-schema.ts";
import type { FieldFile, KindFile } from "./config-schema-kind.ts";
import type { Origins } from "./config-walk.ts";
import { oursOr } from "./kind-words.ts";
import { builtinKinds } from "./kinds.ts";
import { canonicalName, type SchemaKind, schemaKind } from "./schema.ts";

/** The kinds when each of them is made, and what the file says about them. */
export interface KindsBuild {
  readonly origins: Origins;
  readonly problems: ConfigProblem[];
  readonly file: ConfigFile;
  /** What stands under `kinds`. */
  readonly written: Readonly<Record<string, KindFile>>;
  readonly kinds: Map<string, SchemaKind>;
}

/** A field that is the inverse of another needs that other one at the end it leads to; else it stands for itself. */
export function checkInverses(build: KindsBuild): void {
  for (const kind of [...build.kinds.values()]) {
    for (const fields of [build.file.fields, build.written[kind.name]?.fields]) {
      for (const [name, field] of Object.entries(fields ?? {})) {
        if (field.inverse !== undefined) checkInverse(build, kind, name, field, field.inverse);
      }
    }
  }
}

function checkInverse(build: KindsBuild, kind: SchemaKind, name: string, field: FieldFile, inverse: string): void {
  const own = kind.fieldNames.get(canonicalName(name));
  if (own === undefined || own.edge?.inverse !== true) return;
  const other = canonicalName(inverse);
  if (own.to.some((target) => build.kinds.get(target)?.fieldNames.get(other)?.type === "link")) return;
  const message = say`No kind that ${name} leads to has a link \`${inverse}\`.`;
  build.problems.push(invalid(build.origins.value(field, "inverse"), message));
  const current = build.kinds.get(kind.name) ?? kind;
  const alone = { ...own, edge: { name: own.name, inverse: false } };
  const fields = current.fields.map((one) => (one.name === own.name ? alone : one));
  build.kinds.set(kind.name, schemaKind({ ...current, fields }, current));
}

/** A prefix tells the kind of an id, so no two kinds share one: who comes with it keeps it, then the first to say so. */
export function settlePrefixes(build: KindsBuild): void {
  const owners = new Map<string, string>();
  for (const { name, prefixes } of builtinKinds) {
    for (const prefix of prefixes) if (build.kinds.get(name)?.prefixes.includes(prefix)) owners.set(prefix, name);
  }
  for (const kind of [...build.kinds.values()]) {
    const written = build.written[kind.name];
    const lost = kind.prefixes.filter((prefix) => (owners.get(prefix) ?? kind.name) !== kind.name);
    for (const prefix of kind.prefixes) if (!owners.has(prefix)) owners.set(prefix, kind.name);
    if (written === undefined || lost.length === 0) continue;
    for (const prefix of lost) {
      const span =
        listed(build.origins, written, "prefix").items.find(({ value }) => value === prefix)?.span ??
        build.origins.key(build.written, kind.name);
      const others = oursOr(build.kinds.get(owners.get(prefix)!)?.plural ?? "");
      const way = say`Take another prefix, or take it from there by \`prefix: { replace: [ … ] }\`.`;
      build.problems.push(invalid(span, say`Ids that begin with ${prefix} are ${others} already. ${way}`));
    }
    build.kinds.set(kind.name, { ...kind, prefixes: kind.prefixes.filter((prefix) => !lost.includes(prefix)) });
  }
}
