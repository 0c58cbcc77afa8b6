import { documentRange } from "../base/document.ts";
import { say } from "../base/say.ts";
import { type Insertable, type Inserting, insertable, insertItem, insertLink } from "../edits/insert-item.ts";
import { asSnippet, asText } from "../edits/stops.ts";
import { fieldTitle, kindLabel, oursOr } from "../model/kind-words.ts";
import {
  type InsertAnswer,
  type InsertChoice,
  type InsertChoicesParams,
  type InsertParams,
  insert,
  insertChoices,
} from "../protocol.ts";
import { valueCandidates } from "./completion/candidates.ts";
import { pickItems } from "./completion/item-candidates.ts";
import type { Feature, State } from "./feature.ts";

/** *Insert…*: another item, or a link, into the document at hand, as the document writes such things. */
export const insertFeature: Feature = {
  capabilities: () => ({}),
  needsAllFiles: true,
  asksBranches: ({ uri }: InsertChoicesParams, { workspace }) => workspace.locate(uri)?.project,
  requests: {
    [insertChoices]: (params: InsertChoicesParams, state) => choices(params, state),
    [insert]: (params: InsertParams, state) => answer(params, state),
  },
  reads: ({ uri }: InsertChoicesParams) => [uri],
};

/** Links that people add while they write, to what there is already. */
const linkFields = ["goals", "depends-on", "audience", "insights"];

function choices({ uri, what }: InsertChoicesParams, state: State): readonly InsertChoice[] {
  const inserting = insertingInto(uri, state);
  const owner = inserting?.file.items.find(({ site }) => site === "document");
  const kind = owner && inserting?.query.config.schema.kinds.get(owner.kind);
  if (inserting === undefined || owner === undefined || kind === undefined) return [];
  const { schema } = inserting.query.config;
  const { tell } = state;
  const items = insertable
    .filter((name) =>
      kind.fields.some(({ to, name: field }) => to.includes(name) && field !== "depends-on" && field !== "parent"),
    )
    .flatMap((name): readonly InsertChoice[] => {
      const own = schema.kinds.get(name);
      return own === undefined ? [] : [{ what: name, label: tell(kindLabel(own)), detail: tell(oursOr(own.says)) }];
    });
  const links = linkFields.flatMap((name): readonly InsertChoice[] => {
    const field = kind.fields.find((one) => one.name === name);
    if (field === undefined) return [];
    const there = [owner.key, ...(owner.fields.get(name)?.links ?? []).map(({ text }) => text)];
    const except = new Set(there.map((text) => text.toLowerCase()));
    const { found } = pickItems({ kinds: field.to, typed: "", except }, inserting.query, 1);
    if (found.length === 0) return [];
    const choice = {
      what: name,
      label: tell(fieldTitle(field)),
      detail: tell(oursOr(field.says)),
      isLink: true,
    } as const;
    if (name !== what) return [choice];
    const options = valueCandidates(field, kind, inserting.query, except).map(({ label, detail }) => ({
      value: label,
      label,
      ...(detail === undefined ? {} : { detail: tell(detail) }),
    }));
    return [{ ...choice, options }];
  });
  const all = [...items, ...links];
  return what === undefined ? all : all.filter((one) => one.what === what);
}

function answer({ uri, what, value }: InsertParams, state: State): InsertAnswer {
  const inserting = insertingInto(uri, state);
  const kind = inserting?.query.config.schema.kinds.get(what);
  const insertion =
    inserting === undefined
      ? undefined
      : value !== undefined
        ? insertLink(inserting, what, value)
        : kind !== undefined && insertable.includes(what as Insertable)
          ? insertItem(inserting, kind)
          : undefined;
  if (inserting === undefined || insertion === undefined)
    return {
      refusal: state.tell(say`This document has no place for it. “Track This Document…” adds a document to the plan.`),
    };
  const { span, pieces } = insertion;
  return { uri, range: documentRange(inserting.document, span), text: asText(pieces), snippet: asSnippet(pieces) };
}

function insertingInto(uri: string, state: State): Inserting | undefined {
  const document = state.document(uri);
  const located = state.workspace.locate(uri);
  const file = located?.project.summary(located.path);
  const places = located?.project.places(located.path);
  if (document === undefined || located === undefined || file === undefined || places === undefined) return undefined;
  return { document, file, places, query: located.project.query, taken: state.taken(located.project.root) };
}
