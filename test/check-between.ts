import type { CodeLens, InlayHint } from "vscode-languageserver";
import { documentOffset } from "../server/src/base/document.ts";
import { applyEdits } from "../server/src/base/span.ts";
import type { Settings } from "../server/src/settings.ts";
import { ask, shownPlace } from "./check-places.ts";
import { featureState } from "./feature-state.ts";
import { checkText, dedent } from "./fixture.ts";

/** The document with the cursor as an editor shows it: hints in `⟦ ⟧` where they stand, in the lines that have one. */
export function checkHints(source: string, expected: string, settings: Partial<Settings> = {}): void {
  const asked = featureState(source, { settings });
  const document = asked.state.document(asked.uri)!;
  const range = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
  const hints = ask<readonly InlayHint[]>("textDocument/inlayHint", asked, { range });
  const edits = hints.map(({ position, label }) => {
    const offset = documentOffset(document, position);
    const text = typeof label === "string" ? label : label.map(({ value }) => value).join("");
    return { span: { start: offset, end: offset }, newText: `⟦${text}⟧` };
  });
  const lines = applyEdits(document.text, edits)
    .split("\n")
    .filter((line) => line.includes("⟦"));
  checkText(lines.map((line) => `${line.trim()}\n`).join(""), dedent(expected));
}

/** The figures above lines of the document with the cursor: the figures, then the line. */
export function checkLenses(source: string, expected: string, settings: Partial<Settings> = {}): void {
  const asked = featureState(source, { settings });
  const lenses = ask<readonly CodeLens[]>("textDocument/codeLens", asked);
  const lines = lenses.map(({ range, command }) => {
    const place = shownPlace(asked.state, asked.uri, range);
    return `[${command?.title}] ${place.slice(place.indexOf(":") + 1)}\n`;
  });
  checkText(lines.join(""), dedent(expected));
}
