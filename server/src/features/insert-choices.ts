import { insertable } from "../edits/insert-item.ts";
import { fieldTitle, kindLabel, oursOr } from "../model/kind-words.ts";
import { type InsertChoice, type InsertChoicesParams, insertChoices } from "../write-protocol.ts";
import { valueCandidates } from "./completion/candidates.ts";
import { pickItems } from "./completion/item-candidates.ts";
import type { Feature, State } from "./feature.ts";
import { insertingInto } from "./insert.ts";

/** What *Insert…* offers; nobody is given an id yet. */
export const insertChoicesFeature: Feature = {
  capabilities: () => ({}),
  needsAllFiles: true,
  requests: { [insertChoices]: (params: InsertChoicesParams, state) => choices(params, state) },
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
