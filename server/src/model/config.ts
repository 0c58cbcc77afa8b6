import { builtinKinds } from "./kinds.ts";
import type { Level, RuleLevel } from "./level.ts";
import { defaultRice, type Rice } from "./rice-words.ts";
import { makeSchema, type Schema, schemaKind } from "./schema.ts";
import type { SortWord } from "./view-words.ts";

/** What a project's `throughline.yaml` says, with the defaults filled in. Immutable; a broken part leaves its default. */
export interface Config {
  /** Globs of the files that are looked at, relative to the project's folder. */
  readonly files: readonly string[];
  readonly ignore: readonly string[];
  /** Empty when the configuration names nobody: then anybody may own anything. */
  readonly people: readonly Person[];
  /** False where a part of the people could not be read: then nobody can be said to be none of them. */
  readonly peopleComplete: boolean;
  readonly calendar: Calendar;
  /** Key of a tracker to its address with `{key}`. */
  readonly links: ReadonlyMap<string, string>;
  readonly schema: Schema;
  /** Levels by rule id; a level here is that of active items, see `PhaseLevel`. */
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** The last one that matches a file wins. */
  readonly overrides: readonly Override[];
  readonly teamRules: readonly TeamRule[];
  /** Documents that new ones begin as. */
  readonly templates: readonly TeamTemplate[];
  /** The team's views of the roadmap, in the order of the file. */
  readonly views: readonly SavedView[];
  readonly rice: Rice;
  /** Every unknown field is reported, not only those one letter off a known one. */
  readonly strict: boolean;
  /** True when there is a `throughline.yaml`. */
  readonly present: boolean;
}

/** What reading a document depends on, beside its text and its path: by these three what was read may be remembered. */
export type ReadingConfig = Pick<Config, "schema" | "people" | "calendar">;

export interface Person {
  readonly handle: string;
  readonly name: string | undefined;
  readonly email?: string;
}

export interface Calendar {
  /** The month in which a fiscal year begins, 1 to 12. */
  readonly fiscalYearStart: number;
  /** How far a roadmap looks ahead; undefined asks for nothing. */
  readonly horizonMonths: number | undefined;
  readonly reviewEveryDays: number | undefined;
  /** Name of a release to its date, `YYYY-MM-DD`. */
  readonly releases: ReadonlyMap<string, string>;
}

export interface Override {
  readonly files: readonly string[];
  readonly levels: ReadonlyMap<string, RuleLevel>;
}

/** A team's own rule: where `when` holds for an item of `kind`, `require` must hold too. */
export interface TeamRule {
  readonly name: string;
  readonly kind: string | undefined;
  readonly when: ReadonlyMap<string, readonly string[]>;
  readonly require: ReadonlyMap<string, readonly string[]>;
  readonly message: string;
  readonly level: Level;
}

/** A team's own template: a document, or a folder of which each document is one. */
export interface TeamTemplate {
  readonly name: string;
  /** From the project's folder. */
  readonly path: string;
  readonly form: "document" | "folder";
  /** Undefined where the document itself says it. */
  readonly kind: string | undefined;
  readonly says: string | undefined;
}

/** What somebody wants to see of the roadmap, and how. */
export interface SavedView {
  readonly name: string;
  /** A grouping of ours or the name of a field; undefined leaves it as it is shown. */
  readonly group: string | undefined;
  readonly sort: SortWord | undefined;
  /** A query; undefined shows everything. */
  readonly where: string | undefined;
  readonly done: boolean | undefined;
}

export const defaultConfig: Config = {
  files: ["**/*.md"],
  ignore: [],
  people: [],
  peopleComplete: true,
  calendar: { fiscalYearStart: 1, horizonMonths: undefined, reviewEveryDays: undefined, releases: new Map() },
  links: new Map(),
  schema: makeSchema(builtinKinds.map((definition) => schemaKind(definition))),
  levels: new Map(),
  overrides: [],
  teamRules: [],
  templates: [],
  views: [],
  rice: defaultRice,
  strict: false,
  present: false,
};
