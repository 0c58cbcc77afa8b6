import { documentRange } from "../base/document.ts";
import { say } from "../base/say.ts";
import { type Insertable, type Inserting, insertable, insertItem, insertLink } from "../edits/insert-item.ts";
import { asSnippet, asText } from "../edits/stops.ts";
import { type InsertAnswer, type InsertParams, insert } from "../write-protocol.ts";
import type { Feature, State } from "./feature.ts";

/** *Insert…*: another item, or a link, into the document at hand, as the document writes such things. */
export const insertFeature: Feature = {
  capabilities: () => ({}),
  needsAllFiles: true,
  // What is linked to has its id.
  asksBranches: ({ uri, value }: InsertParams, { workspace }) =>
    value === undefined ? workspace.locate(uri)?.project : undefined,
  requests: { [insert]: (params: InsertParams, state) => answer(params, state) },
  reads: ({ uri }: InsertParams) => [uri],
};

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

/** The document at hand and what is known about it; undefined where it is none of ours. */
export function insertingInto(uri: string, state: State): Inserting | undefined {
  const document = state.document(uri);
  const located = state.workspace.locate(uri);
  const file = located?.project.summary(located.path);
  const places = located?.project.places(located.path);
  if (document === undefined || located === undefined || file === undefined || places === undefined) return undefined;
  return { document, file, places, query: located.project.query, taken: state.taken(located.project.root) };
}
