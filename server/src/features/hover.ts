import type { Hover, HoverParams } from "vscode-languageserver";
import { configHover } from "./config-words.ts";
import type { Feature, State } from "./feature.ts";

export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  requests: { "textDocument/hover": (params: HoverParams, state) => hoverAt(params, state) ?? null },
};

/** In a configuration, what a word is for; nothing elsewhere. */
function hoverAt({ textDocument, position }: HoverParams, state: State): Hover | undefined {
  const document = state.document(textDocument.uri);
  if (document === undefined || !state.workspace.isConfig(textDocument.uri)) return undefined;
  return configHover(state.workspace, document, position);
}
