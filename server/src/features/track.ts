import { say } from "../base/say.ts";
import { trackDocument as track } from "../edits/track-document.ts";
import type { Item } from "../model/summary.ts";
import type { EditAnswer } from "../protocol.ts";
import { type IsTrackedParams, isTracked, type TrackDocumentParams, trackDocument } from "../write-protocol.ts";
import { workspaceEdit } from "./edit.ts";
import type { Feature, State } from "./feature.ts";

/** *Track This Document…*: one line at its top, and nothing else. */
export const trackFeature: Feature = {
  capabilities: () => ({}),
  requests: {
    [trackDocument]: (params: TrackDocumentParams, state) => trackEdit(params, state),
    [isTracked]: ({ uri }: IsTrackedParams, state) => itemsIn(uri, state).length > 0,
  },
  reads: ({ uri }: TrackDocumentParams) => [uri],
};

/** Kinds that need nothing but their name; the others want an id as well, which would be more than one line. */
const kinds = ["prd", "kpi"];

function trackEdit({ uri, kind = "prd" }: TrackDocumentParams, state: State): EditAnswer {
  const document = state.document(uri);
  if (document === undefined || state.workspace.locate(uri) === undefined)
    return { refusal: state.tell(say`Open the document in its folder first, then track it.`) };
  const items = itemsIn(uri, state);
  if (items.length > 0)
    return { refusal: state.tell(say`${items[0]!.title} is tracked already: it is in the roadmap.`) };
  const edits = track(document.text, kinds.includes(kind) ? kind : "prd");
  if (edits === undefined) {
    return {
      refusal: state.tell(say`The block at the top says another type already. Change it to prd to track the document.`),
    };
  }
  return { edit: workspaceEdit(document, edits) };
}

function itemsIn(uri: string, { workspace }: State): readonly Item[] {
  const located = workspace.locate(uri);
  return located?.project.summary(located.path)?.items ?? [];
}
