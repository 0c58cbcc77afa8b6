import type { Location, ReferenceParams } from "vscode-languageserver";
import { placesNaming } from "../workspace/named-places.ts";
import type { Feature, State } from "./feature.ts";
import { inOrder, locationOf } from "./location.ts";
import { spotAt } from "./spot.ts";

/** Every place that names an item, in fields and in the body, in open documents as they are typed. */
export const references: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  // All texts that speak of anything.
  ahead: {
    *"textDocument/references"({ textDocument }: ReferenceParams, { workspace }) {
      yield* workspace.locate(textDocument.uri)?.project.lookIntoTexts() ?? [];
    },
  },
  requests: { "textDocument/references": (params: ReferenceParams, state) => referencesAt(params, state) },
};

function referencesAt({ textDocument, position, context }: ReferenceParams, state: State): readonly Location[] {
  const spot = spotAt(state, textDocument.uri, position);
  if (spot?.type !== "item") return [];
  const { project, items } = spot;
  const places = items.flatMap((item) => placesNaming(project, item));
  const asked = context?.includeDeclaration === false ? places.filter(({ form }) => form !== "site") : places;
  return inOrder(asked.flatMap(({ path, entry }) => locationOf(project, path, entry) ?? []));
}
