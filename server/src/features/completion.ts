import type { CompletionContext, CompletionItem, CompletionList, CompletionParams } from "vscode-languageserver";
import { type Document, documentOffset, documentPosition } from "../base/document.ts";
import type { Span } from "../base/span.ts";
import { findFences } from "../syntax/frontmatter-fences.ts";
import type { Located } from "../workspace/projects.ts";
import { completionList, withLineEnds } from "./completion/answer.ts";
import type { Asker } from "./completion/asker.ts";
import { blockOffer } from "./completion/block-candidates.ts";
import { bodyOffers } from "./completion/body-candidates.ts";
import type { Offer } from "./completion/candidate.ts";
import { type TypedPlace, typedPlaces } from "./completion/place.ts";
import { resolveItem } from "./completion/resolve.ts";
import { configOffer } from "./config-words.ts";
import type { Feature, State } from "./feature.ts";
import { itemAt } from "./item-at.ts";

/**
 * Fields, statuses, people, times, kinds and links in the block at the top, however unfinished its lines are; ids, links and
 * whole items in the text of our documents; keys and values of a configuration. Nothing anywhere else.
 */
export const completion: Feature = {
  capabilities: () => ({
    completionProvider: {
      triggerCharacters: [":", " ", "-", "[", ",", '"', "'", "/", "#", "(", "@", "\n"],
      resolveProvider: true,
    },
  }),
  requests: {
    "textDocument/completion": (params: CompletionParams, state) => completeAt(params, state),
    "completionItem/resolve": (item: CompletionItem, state) => resolveItem(item, state),
  },
};

function completeAt({ textDocument, position, context }: CompletionParams, state: State): CompletionList | null {
  const document = state.document(textDocument.uri);
  if (document === undefined) return null;
  const offset = documentOffset(document, position);
  const offers = state.workspace.isConfig(document.uri)
    ? [configOffer(state.workspace, document, position)]
    : documentOffers(document, offset, state, context);
  const some = offers.filter((offer) => offer !== undefined && offer.candidates.length > 0) as readonly Offer[];
  if (some.length === 0) return null;
  const written = some.map((offer) => withLineEnds(offer, document.text));
  return completionList(written, document, state.client, state.options, state.tell);
}

function documentOffers(
  document: Document,
  offset: number,
  state: State,
  context: CompletionContext | undefined,
): readonly (Offer | undefined)[] {
  const located = state.workspace.locate(document.uri);
  if (located === undefined) return [];
  const { text } = document;
  const block = blockOf(text);
  const first = firstField(text, offset);
  const taken = () => state.takenSoFar(located.project);
  const isNewLine = context?.triggerCharacter === "\n";
  const asker: Asker = { ...located, ...askerAt(document, offset, located, state), isNewLine, taken };
  const isInBlock = block !== undefined && offset <= block.end;
  if (first === undefined && !isInBlock)
    return isNewLine ? [] : bodyOffers(document, offset, asker, state, context?.triggerKind === invoked);
  const places = block === undefined ? [] : typedPlaces(text, block, offset);
  return (places.length === 0 && first !== undefined ? [first] : places).map((place) => blockOffer(place, asker));
}

/** Where fields may stand: up to the closing fence, without one up to the first empty line, on which one may begin. */
function blockOf(text: string): Span | undefined {
  const fences = findFences(text);
  if (fences === undefined) return undefined;
  const { start, end } = fences.content;
  if (fences.close !== undefined) return start < end ? { start, end: end - 1 } : undefined;
  return { start, end: end + /^[ \t]*/.exec(text.slice(end, end + 200))![0].length };
}

function askerAt(
  document: Document,
  offset: number,
  { project, path }: Located,
  state: State,
): Pick<Asker, "kind" | "found"> {
  const item = project.summary(path)?.items.find(({ site }) => site === "document");
  const kind = item === undefined ? undefined : project.config.schema.kinds.get(item.kind);
  return { kind, found: kind && itemAt(state, document.uri, documentPosition(document, offset))?.found };
}

/** Somebody asked, or typed a letter; not one of the signs that we listen for. */
const invoked = 1;

/** Below a first `---` that begins a block, or will: until a field stands there, it is a line across the page. */
function firstField(text: string, offset: number): TypedPlace | undefined {
  const typed = /^\uFEFF?---[ \t]*\r?\n(\w*)$/.exec(text.slice(0, offset))?.[1];
  if (typed === undefined || !/^[ \t]*(\r?\n|$)/.test(text.slice(offset))) return undefined;
  const span = { start: offset - typed.length, end: offset };
  return {
    ...{ type: "key", path: [], typed, span, whole: span, siblings: [], others: [], before: "", gap: undefined },
    ...{ behind: ": ", form: "block", column: undefined },
  };
}
