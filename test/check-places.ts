import assert from "node:assert/strict";
import type { Location, Range } from "vscode-languageserver";
import { documentOffset } from "../server/src/base/document.ts";
import { features } from "../server/src/features/all.ts";
import type { State } from "../server/src/features/feature.ts";
import { root } from "./check.ts";
import { type FeatureState, featureState } from "./feature-state.ts";
import { checkText, dedent } from "./fixture.ts";

/** What a feature answers at the cursor; `more` is what its request asks beside document and position. */
export function ask<Answer>(method: string, { state, uri, position }: FeatureState, more: object = {}): Answer {
  const handler = features.map(({ requests }) => requests[method]).find((one) => one !== undefined);
  assert.ok(handler !== undefined, `nothing answers ${method}`);
  return handler({ textDocument: { uri }, position, ...more } as never, state, {} as never) as Answer;
}

/**
 * Asks at the cursor and compares the places that come back, a line each: the file, the line from 1, and its text with the
 * place in guillemets.
 *
 *     goals/growth.md:3 id: «GOAL-1»
 */
export function checkPlaces(method: string, source: string, expected: string, more: object = {}): void {
  const asked = featureState(source);
  const answer = ask<readonly (Location | { readonly range: Range })[]>(method, asked, more);
  const lines = answer.map((one) => shownPlace(asked.state, "uri" in one ? one.uri : asked.uri, one.range));
  checkText(lines.map((line) => `${line}\n`).join(""), dedent(expected));
}

/** `goals/growth.md:3 id: «GOAL-1»`; of several lines the first. */
export function shownPlace(state: State, uri: string, { start, end }: Range): string {
  const document = state.document(uri);
  assert.ok(document !== undefined, `there is no ${uri}`);
  const at = (position: Range["start"]) => documentOffset(document, position);
  const lineStart = at({ line: start.line, character: 0 });
  const last = end.line === start.line ? at(end) : at({ line: start.line, character: 1e9 });
  const rest = document.text.slice(last, at({ line: start.line, character: 1e9 }));
  const text = `${document.text.slice(lineStart, at(start))}«${document.text.slice(at(start), last)}»${rest}`;
  return `${uri.slice(root.length + 1)}:${start.line + 1} ${text.trim()}`;
}
