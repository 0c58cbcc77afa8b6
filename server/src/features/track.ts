import { trackDocument as track } from "../edits/track-document.ts";
import { type EditAnswer, type TrackDocumentParams, trackDocument } from "../protocol.ts";
import { workspaceEdit } from "./edit.ts";
import type { Feature, State } from "./feature.ts";

/** *Track This Document…*: one line at its top, and nothing else. */
export const trackFeature: Feature = {
  capabilities: () => ({}),
  requests: { [trackDocument]: (params: TrackDocumentParams, state) => trackEdit(params, state) },
  reads: ({ uri }: TrackDocumentParams) => [uri],
};

/** Kinds that need nothing but their name; the others want an id as well, which would be more than one line. */
const kinds = ["prd", "kpi"];

function trackEdit({ uri, kind = "prd" }: TrackDocumentParams, state: State): EditAnswer {
  const document = state.document(uri);
  const located = state.workspace.locate(uri);
  if (document === undefined || located === undefined)
    return { refusal: "Open the document in its folder first, then track it." };
  const items = located.project.summary(located.path)?.items ?? [];
  if (items.length > 0) return { refusal: `${items[0]!.title} is tracked already: it is in the roadmap.` };
  const edits = track(document.text, kinds.includes(kind) ? kind : "prd");
  if (edits === undefined) {
    return { refusal: "The block at the top says another type already. Change it to prd to track the document." };
  }
  return { edit: workspaceEdit(document, edits) };
}
