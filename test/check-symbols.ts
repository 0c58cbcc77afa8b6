import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver";
import { ask, shownPlace } from "./check-places.ts";
import { featureState } from "./feature-state.ts";
import { checkText, dedent } from "./fixture.ts";

/** The symbols of the document with the cursor, or those of the workspace that a query finds: `name (detail) place`, indented. */
export function checkSymbols(source: string, expected: string, asked: { query?: string; isFlat?: boolean } = {}): void {
  const plain = featureState(source);
  const client = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: asked.isFlat !== true } } };
  const state = { ...plain.state, client };
  const method = asked.query === undefined ? "textDocument/documentSymbol" : "workspace/symbol";
  const symbols = ask<readonly (DocumentSymbol | SymbolInformation)[]>(method, { ...plain, state }, asked);
  const linesOf = (all: readonly (DocumentSymbol | SymbolInformation)[], indent: string): readonly string[] =>
    all.flatMap((one) => {
      const isFlat = "location" in one;
      const place = isFlat
        ? shownPlace(state, one.location.uri, one.location.range)
        : shownPlace(state, plain.uri, one.selectionRange);
      const beside = isFlat ? one.containerName : one.detail;
      const line = `${indent}${one.name}${beside === undefined || beside === "" ? "" : ` (${beside})`} ${place}`;
      return [line, ...linesOf(isFlat ? [] : (one.children ?? []), `${indent}  `)];
    });
  checkText(
    linesOf(symbols, "")
      .map((line) => `${line}\n`)
      .join(""),
    dedent(expected),
  );
}
