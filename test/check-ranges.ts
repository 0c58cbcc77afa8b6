import type { FoldingRange, SelectionRange } from "vscode-languageserver";
import { ask, shownPlace } from "./check-places.ts";
import { type FeatureState, featureState } from "./feature-state.ts";
import { checkText, dedent } from "./fixture.ts";

/** What the document with the cursor folds: the text of the first line and of the last. */
export function checkFolds(source: string, expected: string, options: object = {}): void {
  const plain = featureState(source);
  const asked: FeatureState = { ...plain, state: { ...plain.state, options } };
  const lines = asked.state.document(asked.uri)!.text.split(/\r?\n/);
  const folds = ask<readonly FoldingRange[]>("textDocument/foldingRange", asked);
  const shown = folds.map(({ startLine, endLine }) => `${lines[startLine]!.trim()} … ${lines[endLine]!.trim()}\n`);
  checkText(shown.join(""), dedent(expected));
}

/** What growing the selection takes in, step by step, from the cursor on. */
export function checkSelections(source: string, expected: string): void {
  const asked = featureState(source);
  const more = { positions: [asked.position] };
  const [first] = ask<readonly SelectionRange[] | null>("textDocument/selectionRange", asked, more) ?? [];
  const shown: string[] = [];
  for (let one = first; one !== undefined; one = one.parent) {
    const { start, end } = one.range;
    const further = end.line === start.line ? "" : ` to ${end.line + 1}:${end.character}`;
    shown.push(`${shownPlace(asked.state, asked.uri, one.range)}${further}\n`);
  }
  checkText(shown.join(""), dedent(expected));
}
