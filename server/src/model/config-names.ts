import { Phrase, say, type Words } from "../base/say.ts";
import { oursOr } from "./kind-words.ts";
import type { Schema, SchemaKind } from "./schema.ts";

/** What a configuration may name: the rules that exist, and the kinds as the configuration itself has them. */
export interface ConfigNames {
  readonly rules: readonly { readonly id: string; readonly title: string }[];
  readonly schema: Schema;
  /** The folders that hold documents, those with the most first. */
  readonly folders: readonly string[];
}

export interface Named {
  readonly name: string;
  readonly says: Words | undefined;
}

/** The names that may be keys under a path where a team chooses names: kinds, fields and rules that exist. */
export function namesUnder(path: readonly string[], names: ConfigNames): readonly Named[] {
  switch (path.at(-1)) {
    case "kinds":
      return kindNames(names);
    case "rules":
      return names.rules.map(({ id, title }) => ({ name: id, says: say`${new Phrase(title)}.` }));
    case "fields":
    case "when":
    case "require":
      return fieldNames(path, names);
    default:
      return [];
  }
}

/** The names that may be values of a key. */
export function namesFor(path: readonly string[], names: ConfigNames): readonly Named[] {
  switch (path.at(-1)) {
    case "extends":
    case "kind":
    case "to":
      return kindNames(names);
    case "required":
    case "inverse":
      return fieldNames(path, names);
    case "files":
    case "match":
      return names.folders.map((folder) => ({ name: `${folder}/**/*.md`, says: undefined }));
    case "ignore":
      return names.folders.map((folder) => ({ name: `${folder}/**`, says: undefined }));
    default:
      return [];
  }
}

/** Keys whose values are patterns of files. */
export const patternKeys: readonly string[] = ["files", "match", "ignore"];

function kindNames({ schema }: ConfigNames): readonly Named[] {
  return [...schema.kinds.values()].map(({ name, says }) => ({ name, says: oursOr(says) }));
}

/** Of the kind that the path goes through, or of any. */
function fieldNames(path: readonly string[], { schema }: ConfigNames): readonly Named[] {
  const own = path[0] === "kinds" ? schema.kinds.get(path[1] ?? "") : undefined;
  const kinds: readonly SchemaKind[] = own === undefined ? [...schema.kinds.values()] : [own];
  const fields = new Map(
    kinds.flatMap((kind) => kind.fields.map(({ name, says }): [string, Named] => [name, { name, says: oursOr(says) }])),
  );
  return [...fields.values()];
}
