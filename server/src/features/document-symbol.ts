import type { DocumentSymbol, DocumentSymbolParams, SymbolInformation } from "vscode-languageserver";
import { showStatus } from "../model/phase.ts";
import { placeRange } from "../model/places.ts";
import { itemsOf, statusOf } from "../workspace/plan.ts";
import type { Found } from "../workspace/query.ts";
import type { Feature, State } from "./feature.ts";
import { symbolKindOf } from "./symbol-kinds.ts";

/** The items of a document, one inside the other. VS Code's Markdown has an outline already, which this would say twice. */
export const documentSymbol: Feature = {
  capabilities: (_, { withoutDocumentSymbols }) =>
    withoutDocumentSymbols === true ? undefined : { documentSymbolProvider: true },
  requests: { "textDocument/documentSymbol": (params: DocumentSymbolParams, state) => symbolsOf(params, state) },
};

function symbolsOf(
  { textDocument: { uri } }: DocumentSymbolParams,
  { workspace, client }: State,
): readonly (DocumentSymbol | SymbolInformation)[] {
  const located = workspace.locate(uri);
  const file = located?.project.summary(located.path);
  const places = located?.project.places(located.path);
  if (located === undefined || file === undefined || places === undefined) return [];
  const symbols = new Map<number, DocumentSymbol & { readonly children: DocumentSymbol[] }>();
  const top: DocumentSymbol[] = [];
  const flat: SymbolInformation[] = [];
  for (const found of itemsOf(file, located.project.query)) {
    const { item, index } = found;
    const range = placeRange(places, item.whole);
    const kind = symbolKindOf(item.base);
    const symbol = {
      name: nameOf(found),
      detail: detailOf(found),
      kind,
      range,
      selectionRange: placeRange(places, item.entry),
      children: [],
    };
    symbols.set(index, symbol);
    const around = nearest(found, symbols);
    (around?.children ?? top).push(symbol);
    flat.push({ name: symbol.name, kind, location: { uri, range }, ...(around && { containerName: around.name }) });
  }
  return client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true ? top : flat;
}

/** A section about an item of another place is no symbol, but what stands in it is. */
function nearest<Symbol>({ file, item }: Found, symbols: ReadonlyMap<number, Symbol>): Symbol | undefined {
  let at = item.container;
  while (at !== undefined && !symbols.has(at)) at = file.items[at]?.container;
  return at === undefined ? undefined : symbols.get(at);
}

/** An empty name is not allowed, and an item has a key at least. */
function nameOf({ item }: Found): string {
  return item.title.trim() === "" ? item.key : item.title;
}

function detailOf(found: Found): string {
  const status = statusOf(found);
  return [found.item.id ?? "", status === undefined ? "" : showStatus(status)]
    .filter((word) => word !== "")
    .join(" · ");
}
