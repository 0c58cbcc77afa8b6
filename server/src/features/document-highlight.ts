import type { DocumentHighlight, DocumentHighlightParams } from "vscode-languageserver";
import { placeRange } from "../model/places.ts";
import { placesInFile } from "../workspace/named-places.ts";
import type { Feature, State } from "./feature.ts";
import { spotAt } from "./spot.ts";

/** The other places of this document that name the item under the cursor. */
export const documentHighlight: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  requests: {
    "textDocument/documentHighlight": (params: DocumentHighlightParams, state) => highlightsAt(params, state),
  },
};

const kinds = { site: 3, field: 2, text: 2 } as const;

function highlightsAt({ textDocument, position }: DocumentHighlightParams, state: State): readonly DocumentHighlight[] {
  const spot = spotAt(state, textDocument.uri, position);
  const places = spot?.project.places(spot.path);
  if (spot?.type !== "item" || places === undefined) return [];
  const seen = new Set<string>();
  return spot.items
    .flatMap((item) => placesInFile(spot.project, spot.path, item))
    .map(({ entry, form }) => ({ range: placeRange(places, entry), kind: kinds[form] }))
    .filter(({ range: { start } }) => {
      const place = `${start.line}:${start.character}`;
      return !seen.has(place) && seen.add(place);
    });
}
