import { say, type Words } from "../base/say.ts";
import { setItemField } from "../edits/set-item-field.ts";
import { setTitle } from "../edits/set-title.ts";
import { fieldTitle, oursOr } from "../model/kind-words.ts";
import type { FieldDefinition } from "../model/kinds.ts";
import type { FieldValue, Item } from "../model/summary.ts";
import {
  type EditAnswer,
  type ItemField,
  type ItemFields,
  type ItemFieldsParams,
  itemFields,
  type SetFieldParams,
  setField,
} from "../protocol.ts";
import { fieldOf } from "../workspace/plan.ts";
import type { Project } from "../workspace/project.ts";
import { workspaceEdit } from "./edit.ts";
import type { Feature, State } from "./feature.ts";
import { fieldOptions, writtenTexts } from "./field-options.ts";
import { itemAt, itemByKey, type Sited } from "./item-at.ts";

/** *Set Field…*: what can be set on an item, and the edit that sets it. */
export const itemFieldsFeature: Feature = {
  capabilities: () => ({}),
  requests: {
    [itemFields]: (params: ItemFieldsParams, state) => fieldsOf(params, state),
    [setField]: (params: SetFieldParams, state) => fieldEdit(params, state),
  },
  reads: (params: SetFieldParams, state) => {
    const sited = params.item === undefined ? undefined : itemByKey(state, params.item, params.uri);
    return sited === undefined ? [] : [sited.uri];
  },
};

function siteOf({ item, uri, position }: ItemFieldsParams, state: State): Sited | undefined {
  if (item !== undefined) return itemByKey(state, item, uri);
  return uri === undefined || position === undefined ? undefined : itemAt(state, uri, position);
}

function fieldsOf(params: ItemFieldsParams, state: State): ItemFields | null {
  const sited = siteOf(params, state);
  const kind = sited?.project.config.schema.kinds.get(sited.found.item.kind);
  if (sited === undefined || kind === undefined) return null;
  const { found, project, uri } = sited;
  const isShown = ({ type, name }: FieldDefinition): boolean =>
    type !== "measurements" && name !== "aliases" && name !== "id";
  // What people change most stands first; the rest follows in the order of the kind.
  const names = [
    ...new Set(["status", "owner", "timeframe", ...kind.required, ...kind.fields.map(({ name }) => name)]),
  ];
  const fields = names.flatMap((name): ItemField[] => {
    const definition = kind.fieldNames.get(name);
    if (definition === undefined || !isShown(definition)) return [];
    const isAsked = definition.name === params.field;
    if (params.field !== undefined && !isAsked) return [];
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

/** What can be begun as a document where a field has nothing to link to. */
function beginningOf({ type, to }: FieldDefinition, { config: { schema } }: Project): string | undefined {
  const kind = type === "link" ? schema.kinds.get(to[0] ?? "") : undefined;
  return kind === undefined || kind.base === "requirement" ? undefined : kind.name;
}

/** As a list that people write; a value with a comma in it stands in quotes. */
function currentOf(written: FieldValue | undefined): string {
  const texts = writtenTexts(written);
  return texts.map((text) => (texts.length > 1 && text.includes(",") ? `"${text}"` : text)).join(", ");
}

function fieldEdit({ item, uri, field, values }: SetFieldParams, state: State): EditAnswer {
  const sited = itemByKey(state, item, uri);
  const document = sited === undefined ? undefined : state.document(sited.uri);
  const places = sited?.project.places(sited.found.file.path);
  const kind = sited?.project.config.schema.kinds.get(sited.found.item.kind);
  if (sited === undefined || document === undefined || places === undefined || kind === undefined) {
    return { refusal: state.tell(say`That item is not there any more.`) };
  }
  const { item: target } = sited.found;
  const lost = target.fields
    .get(field)
    ?.links.find((link) => link.target.type === "nested" && !values.includes(link.text));
  if (lost !== undefined) {
    return {
      refusal: state.tell(
        say`${lost.text} is written in this list, with all that is said about it. Take it out in the document.`,
      ),
    };
  }
  if (field === "title" && values.length === 0 && !target.fields.has("title"))
    return {
      refusal: state.tell(say`The title is the heading “${target.title}”. Write another one, or take the heading out.`),
    };
  const file = { document, places };
  const edits =
    field === "title" ? setTitle(file, target, kind, values) : setItemField(file, target, kind, field, values);
  return edits === undefined ? { refusal: state.tell(refusalFor(target)) } : { edit: workspaceEdit(document, edits) };
}

function refusalFor({ site, title }: Item): Words {
  if (site === "table")
    return say`${title} is a row of a table without a column for this. Add the column, or write the item in a place of its own.`;
  if (site === "list")
    return say`${title} is a line of a list, which has no place for this. Change it in the document.`;
  return say`${title} has more in this field than a list of names. Change it in the document.`;
}
