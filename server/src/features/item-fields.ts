import { say } from "../base/say.ts";
import { writtenValues } from "../edits/written-values.ts";
import { fieldTitle, oursOr } from "../model/kind-words.ts";
import type { FieldDefinition } from "../model/kinds.ts";
import type { FieldValue } from "../model/summary.ts";
import type { EditAnswer } from "../protocol.ts";
import { fieldOf } from "../workspace/plan.ts";
import type { Project } from "../workspace/project.ts";
import {
  type ItemField,
  type ItemFields,
  type ItemFieldsParams,
  itemFields,
  type SetFieldParams,
  setField,
} from "../write-protocol.ts";
import { changeAnswer } from "./change-answer.ts";
import type { Feature, State } from "./feature.ts";
import { fieldOptions } from "./field-options.ts";
import { inCommon } from "./in-common.ts";
import { itemAt, itemByKey, type Sited } from "./item-at.ts";

/** *Set Field…*: what can be set on an item, and the edit that sets it. */
export const itemFieldsFeature: Feature = {
  capabilities: () => ({}),
  requests: {
    [itemFields]: (params: ItemFieldsParams, state) => fieldsOf(params, state),
    [setField]: (params: SetFieldParams, state) => fieldEdit(params, state),
  },
  reads: (params: ItemFieldsParams, state) =>
    params.item === undefined ? [] : (sitesOf(params, state) ?? []).map(({ uri }) => uri),
};

/** All of the items, or nothing. */
function sitesOf({ more = [], ...first }: ItemFieldsParams, state: State): readonly Sited[] | undefined {
  const sites = [siteOf(first, state), ...more.map((one) => siteOf(one, state))];
  const known = sites.filter((one) => one !== undefined);
  return known.length < sites.length ? undefined : known;
}

function fieldsOf({ field, ...params }: ItemFieldsParams, state: State): ItemFields | null {
  const answers = (sitesOf(params, state) ?? []).flatMap((sited) => fieldsOfOne(sited, field, state) ?? []);
  return answers.length === 0 ? null : inCommon(answers, state.tell);
}

function siteOf({ item, uri, position }: ItemFieldsParams, state: State): Sited | undefined {
  if (item !== undefined) return itemByKey(state, item, uri);
  return uri === undefined || position === undefined ? undefined : itemAt(state, uri, position);
}

function fieldsOfOne({ found, project, uri }: Sited, wanted: string | undefined, state: State): ItemFields | undefined {
  const kind = project.config.schema.kinds.get(found.item.kind);
  if (kind === undefined) return undefined;
  const isShown = ({ type, name }: FieldDefinition): boolean =>
    type !== "measurements" && name !== "aliases" && name !== "id";
  // What people change most stands first; the rest follows in the order of the kind.
  const names = [...new Set([...changedMost, ...kind.required, ...kind.fields.map(({ name }) => name)])];
  const fields = names.flatMap((name): ItemField[] => {
    const definition = kind.fieldNames.get(name);
    if (definition === undefined || !isShown(definition)) return [];
    const isAsked = definition.name === wanted;
    if (wanted !== undefined && !isAsked) return [];
    const written = fieldOf(found, definition.name);
    const options = isAsked ? fieldOptions(found, definition, kind, written, project.query, state.tell) : [];
    const begins = isAsked && options.length === 0 ? beginningOf(definition, project) : undefined;
    return [
      {
        name: definition.name,
        title: state.tell(fieldTitle(definition)),
        documentation: state.tell(oursOr(definition.says)),
        current: definition.name === "title" && found.item.titled ? found.item.title : currentOf(written),
        // Most often somebody else takes over: one name is replaced by another, not added to it.
        many: definition.many && (definition.type !== "person" || (written?.values.length ?? 0) > 1),
        free: definition.type !== "enum",
        options,
        ...(begins === undefined ? {} : { begins }),
      },
    ];
  });
  return { uri, item: found.item.key, title: found.item.title, fields };
}

const changedMost = ["status", "timeframe", "owner", "priority", "goals", "kpis"];

/** What can be begun as a document where a field has nothing to link to. */
function beginningOf({ type, to }: FieldDefinition, { config: { schema } }: Project): string | undefined {
  const kind = type === "link" ? schema.kinds.get(to[0] ?? "") : undefined;
  return kind === undefined || kind.base === "requirement" ? undefined : kind.name;
}

/** As a list that people write; a value with a comma in it stands in quotes. */
function currentOf(written: FieldValue | undefined): string {
  const texts = writtenValues(written);
  return texts.map((text) => (texts.length > 1 && text.includes(",") ? `"${text}"` : text)).join(", ");
}

function fieldEdit({ field, values, instead, ...params }: SetFieldParams, state: State): EditAnswer {
  const sited = sitesOf(params, state);
  if (sited === undefined) return { refusal: state.tell(say`That item is not there any more.`) };
  return changeAnswer(
    sited.map(({ found, project }) => ({ project, found, field, values, ...(instead && { instead }) })),
    state,
  );
}
