import type { DefinitionParams, Location, LocationLink } from "vscode-languageserver";
import { documentRange } from "../base/document.ts";
import { configKeySpan } from "../model/config-key.ts";
import type { Feature, State } from "./feature.ts";
import { locationOf } from "./location.ts";
import { type Spot, spotAt } from "./spot.ts";

/** From a name to where its item is defined; from a field or a kind to where the team's configuration says it. */
export const definition: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  requests: { "textDocument/definition": (params: DefinitionParams, state) => definitionAt(params, state) },
};

function definitionAt(
  { textDocument, position }: DefinitionParams,
  state: State,
): readonly (Location | LocationLink)[] {
  const spot = spotAt(state, textDocument.uri, position);
  if (spot === undefined) return [];
  const targets = targetsOf(spot, state);
  if (state.client.textDocument?.definition?.linkSupport !== true) return targets;
  return targets.map(({ uri, range }) => ({
    originSelectionRange: spot.range,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

function targetsOf(spot: Spot, { workspace }: State): readonly Location[] {
  const { project } = spot;
  switch (spot.type) {
    case "item":
      // The address of a Markdown link is a document link: it leads to the document.
      if (spot.form === "address") return [];
      return spot.items.flatMap(({ file, item }) => locationOf(project, file.path, item.entry) ?? []);
    case "key":
    case "kind": {
      const field = spot.type === "key" ? spot.field.name : undefined;
      const config = workspace.configFile(project.configUri);
      const span = config && configKeySpan(config.document.text, spot.kind.lineage, field);
      if (config === undefined || span === undefined) return [];
      return [{ uri: project.configUri, range: documentRange(config.document, span) }];
    }
    default:
      return [];
  }
}
