import type { SemanticToken } from "../server/src/features/semantic-tokens.ts";
import { ask } from "./check-places.ts";
import { featureState } from "./feature-state.ts";
import { checkText, dedent } from "./fixture.ts";

/** The coloured words of the document with the cursor, line by line: `goals:property GOAL-1:variable+deprecated`. */
export function checkTokens(source: string, expected: string): void {
  const asked = featureState(source);
  const lines = asked.state.document(asked.uri)!.text.split("\n");
  const byLine = new Map<number, string[]>();
  for (const { range, type, modifiers } of ask<readonly SemanticToken[]>("textDocument/semanticTokens/full", asked)) {
    const word = lines[range.start.line]!.slice(range.start.character, range.end.character);
    const words = byLine.get(range.start.line) ?? [];
    byLine.set(range.start.line, [...words, [`${word}:${type}`, ...modifiers].join("+")]);
  }
  checkText([...byLine.values()].map((words) => `${words.join(" ")}\n`).join(""), dedent(expected));
}
