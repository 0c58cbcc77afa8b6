import type { Hover } from "vscode-languageserver";
import { ask, shownPlace } from "./check-places.ts";
import { featureState } from "./feature-state.ts";
import { checkText, dedent } from "./fixture.ts";

/** Hovers at the cursor: the word that the card is about, in its line, then the card; nothing for nothing. */
export function checkHover(source: string, expected: string, client: object = {}): void {
  const plain = featureState(source);
  const asked = { ...plain, state: { ...plain.state, client } };
  const answer = ask<Hover | null>("textDocument/hover", asked);
  const contents = answer?.contents;
  const card = contents !== undefined && typeof contents === "object" && "value" in contents ? contents.value : "";
  const text = answer?.range === undefined ? "" : `${shownPlace(asked.state, asked.uri, answer.range)}\n${card}\n`;
  checkText(text, dedent(expected));
}
