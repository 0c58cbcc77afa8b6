import type { SymbolKind } from "vscode-languageserver";

/** What an item looks like in lists of symbols; the protocol has no word for a goal. */
export function symbolKindOf(base: string): SymbolKind {
  return kinds.get(base) ?? kinds.get("feature")!;
}

const kinds: ReadonlyMap<string, SymbolKind> = new Map([
  ["vision", 3],
  ["goal", 24],
  ["kpi", 16],
  ["feature", 12],
  ["prd", 1],
  ["requirement", 7],
  ["audience", 11],
  ["insight", 14],
  ["launch", 23],
  ["decision", 20],
]);
