import { nearest } from "../base/nearest.ts";
import { say } from "../base/say.ts";
import type { Span } from "../base/span.ts";
import type { Config, SavedView } from "./config.ts";
import { type ConfigProblem, invalid, slip } from "./config-problem.ts";
import type { ConfigFile } from "./config-schema.ts";
import type { Origins } from "./config-walk.ts";
import { fieldsNamed } from "./fields-named.ts";
import { defaultRice, type Rice, type RiceField, riceFields } from "./rice-words.ts";
import { canonicalName, type Schema } from "./schema.ts";
import { groupWords, isGroupable } from "./view-words.ts";

/** The query of a view and where it stands: whether it can mean something is known once there are items. */
export interface ConfigQuery {
  readonly text: string;
  readonly span: Span;
}

/** The team's views of the roadmap; one that groups by what does not exist is shown as usual. */
export function readViews(
  origins: Origins,
  problems: ConfigProblem[],
  file: ConfigFile,
  schema: Schema,
): { readonly views: readonly SavedView[]; readonly queries: readonly ConfigQuery[] } {
  const queries: ConfigQuery[] = [];
  const views = Object.entries(file.views ?? {}).map(([name, view]): SavedView => {
    const { group, sort, where, done } = view;
    if (where !== undefined) queries.push({ text: where, span: origins.value(view, "where") });
    const by = group === undefined ? undefined : groupNamed(group, schema);
    if (group !== undefined && by === undefined) {
      const fields = [...schema.kinds.values()].flatMap((kind) => kind.fields.filter(isGroupable));
      const meant = nearest(group, [...groupWords, ...new Set(fields.map((field) => field.name))]);
      const way = say`Write ${groupWords.join(", ")}, or a field of your documents.`;
      problems.push(
        invalid(origins.value(view, "group"), slip(say`A roadmap cannot be grouped by \`${group}\`.`, meant, way)),
      );
    }
    return { name, group: by, sort, where, done };
  });
  return { views, queries };
}

/** What a roadmap can be grouped by under a name: a grouping of ours, or a field of any kind. */
export function groupNamed(written: string, schema: Schema): string | undefined {
  const name = canonicalName(written.trim());
  if (groupWords.some((word) => word === name)) return name;
  return [...fieldsNamed(schema, name).values()].find(isGroupable)?.name;
}

export function readRice({ rice }: ConfigFile): Config["rice"] {
  if (rice === undefined) return defaultRice;
  const words = (field: RiceField): ReadonlyMap<string, number> => {
    const own = Object.entries(rice.words?.[field] ?? {}).map(([word, value]): [string, number] => [
      word.toLowerCase(),
      value,
    ]);
    return new Map([...defaultRice.words[field], ...own]);
  };
  const ofEach = <T>(value: (field: RiceField) => T) =>
    Object.fromEntries(riceFields.map((field) => [field, value(field)]));
  return {
    weights: ofEach((field) => rice.weights?.[field] ?? defaultRice.weights[field]),
    words: ofEach(words),
  } as unknown as Rice;
}
