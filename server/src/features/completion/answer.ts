import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  InsertReplaceEdit,
  InsertTextMode,
  Range,
} from "vscode-languageserver";
import { type Document, documentRange } from "../../base/document.ts";
import type { Words } from "../../base/say.ts";
import { type InitializationOptions, suggestCommand } from "../../protocol.ts";
import { yamlScalar } from "../../syntax/yaml-quote.ts";
import type { About, Candidate, Offer } from "./candidate.ts";

/** What comes back with the chosen item when the words about it are asked for. */
export interface ItemData {
  readonly uri: string;
  readonly about: About;
}

/** Offers as this client can take them: what is the same for all items stands once where it may. */
export function completionList(
  offers: readonly Offer[],
  document: Document,
  client: ClientCapabilities,
  { commands = [] }: InitializationOptions,
  tell: (words: Words) => string,
): CompletionList {
  const able = abilities(client);
  const only = offers.length === 1 ? offers[0] : undefined;
  const range = only && editRange(only, document, able);
  const shared = {
    ...(range !== undefined && able.defaults.has("editRange") ? { editRange: range } : {}),
    ...(only !== undefined && able.defaults.has("data") ? { data: dataOf(only, document) } : {}),
    ...(able.defaults.has("insertTextMode") ? { insertTextMode: asIs } : {}),
  };
  const context: Context = { document, able, shared, tell, again: commands.includes(suggestCommand) };
  const items = offers.flatMap((offer, at) => {
    const place = shared.editRange === undefined ? edited(editRange(offer, document, able)) : undefined;
    return offer.candidates.map((candidate, index) =>
      itemFor(candidate, `${at}${String(index).padStart(4, "0")}`, offer, place, context),
    );
  });
  return {
    isIncomplete: offers.some(({ isCut }) => isCut === true),
    ...(Object.keys(shared).length === 0 ? {} : { itemDefaults: shared }),
    items,
  };
}

interface Abilities {
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  readonly labelDetails: boolean;
  readonly defaults: ReadonlySet<string>;
}

function abilities({ textDocument }: ClientCapabilities): Abilities {
  const { completionItem, completionList: list } = textDocument?.completion ?? {};
  return {
    snippets: completionItem?.snippetSupport === true,
    insertReplace: completionItem?.insertReplaceSupport === true,
    labelDetails: completionItem?.labelDetailsSupport === true,
    defaults: new Set(list?.itemDefaults ?? []),
  };
}

interface Context {
  readonly document: Document;
  readonly able: Abilities;
  readonly shared: NonNullable<CompletionList["itemDefaults"]>;
  readonly again: boolean;
  readonly tell: (words: Words) => string;
}

const kinds = { field: 10, status: 20, person: 6, item: 18, value: 12, kind: 7, path: 17, new: 15 } as const;
const asIs: InsertTextMode = 1;
const snippetFormat = 2;

/** `place` is undefined where it is the same for all of them, and said once. */
function itemFor(
  candidate: Candidate,
  sortText: string,
  offer: Offer,
  place: EditPlace | undefined,
  context: Context,
): CompletionItem {
  const { document, able, shared } = context;
  const { label, filter, snippet, type } = candidate;
  const isSnippet = able.snippets && snippet !== undefined;
  const newText = `${offer.before ?? ""}${isSnippet ? snippet : textOf(candidate, offer)}`;
  const typed = offer.typed ?? "";
  const filterText = `${typed.startsWith("@") ? "@" : ""}${filter ?? label}`;
  return {
    label,
    kind: kinds[type],
    // The order is part of the help: what is asked for stands first.
    sortText,
    ...(filterText === label ? {} : { filterText }),
    ...(place !== undefined ? { textEdit: { newText, ...place } } : newText === label ? {} : { textEditText: newText }),
    ...(isSnippet ? { insertTextFormat: snippetFormat } : {}),
    ...(newText.includes("\n") && shared.insertTextMode === undefined ? { insertTextMode: asIs } : {}),
    ...(offer.gap === undefined
      ? {}
      : {
          additionalTextEdits: [{ range: documentRange(document, { start: offer.gap, end: offer.gap }), newText: " " }],
        }),
    ...besideLabel(candidate, context),
    ...(shared.data === undefined ? { data: dataOf(offer, document) } : {}),
    ...(candidate.goesOn === true && context.again ? { command: { title: "", command: suggestCommand } } : {}),
  };
}

/** As the place takes it: quoted where YAML needs it and no quotes stand there, closed where `[[` is open. */
function textOf({ label, insert }: Candidate, { form, behind = "" }: Offer): string {
  if (insert !== undefined) return insert;
  switch (form) {
    case "double":
      return label.replace(/["\\]/g, "\\$&");
    case "single":
      return label.replaceAll("'", "''");
    case "block":
      return yamlScalar(label);
    case "flow":
      return yamlScalar(label, { flow: true });
    case "wikilink":
      return label + behind;
    case undefined:
      return label;
  }
}

function editRange({ span, whole = span }: Offer, document: Document, able: Abilities): EditRange {
  const insert = documentRange(document, span);
  if (!able.insertReplace || whole.end === span.end) return insert;
  return { insert, replace: documentRange(document, whole) };
}

type EditRange = Range | Pick<InsertReplaceEdit, "insert" | "replace">;

type EditPlace = { range: Range } | Pick<InsertReplaceEdit, "insert" | "replace">;

function edited(range: EditRange): EditPlace {
  return "insert" in range ? range : { range };
}

/** A detail is shown for the chosen row alone; nobody knows goals by their ids, so each row says it where the editor can. */
function besideLabel(
  { title, detail }: Candidate,
  { able, tell }: Context,
): Pick<CompletionItem, "detail" | "labelDetails"> {
  const [behind = "", end = ""] = [title, detail].map((words) => (words === undefined ? "" : tell(words)));
  if (!able.labelDetails) {
    const words = [behind, end].filter((part) => part !== "").join(" · ");
    return words === "" ? {} : { detail: words };
  }
  const labelDetails = {
    ...(behind === "" ? {} : { detail: ` ${short(behind)}` }),
    ...(end === "" ? {} : { description: end }),
  };
  return Object.keys(labelDetails).length === 0 ? {} : { labelDetails };
}

/** Behind a whole title there would be no room for who answers for it; the words beside the row have all of it. */
function short(title: string): string {
  return title.length > longest ? `${title.slice(0, longest - 1).trimEnd()}…` : title;
}

const longest = 30;

function dataOf({ about }: Offer, { uri }: Document): ItemData {
  return { uri, about };
}

/** The line ends of the document, in what is written over several lines. */
export function withLineEnds(offer: Offer, text: string): Offer {
  if (!text.includes("\r\n")) return offer;
  const windows = (written: string) => written.replace(/\r?\n/g, "\r\n");
  return {
    ...offer,
    candidates: offer.candidates.map((candidate) => ({
      ...candidate,
      ...(candidate.insert === undefined ? {} : { insert: windows(candidate.insert) }),
      ...(candidate.snippet === undefined ? {} : { snippet: windows(candidate.snippet) }),
    })),
  };
}
