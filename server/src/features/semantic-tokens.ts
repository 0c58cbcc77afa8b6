import type { SemanticTokens, SemanticTokensParams, SemanticTokensRangeParams } from "vscode-languageserver";
import { isIn, type Range } from "../base/lines.ts";
import type { FieldDefinition, FieldType } from "../model/kinds.ts";
import { type Places, placeRange } from "../model/places.ts";
import type { Entry, Summary } from "../model/summary.ts";
import { itemFacts } from "../workspace/item-facts.ts";
import { resolveMention } from "../workspace/mentions.ts";
import type { Query, Resolution } from "../workspace/query.ts";
import type { Feature, State } from "./feature.ts";

/** Colours by meaning, for editors whose Markdown knows no block of fields: fields, words with a meaning, names of items. */
export const semanticTokens: Feature = {
  capabilities: ({ textDocument }, { withoutSemanticTokens }) =>
    textDocument?.semanticTokens === undefined || withoutSemanticTokens === true
      ? undefined
      : { semanticTokensProvider: { legend: { tokenTypes, tokenModifiers }, full: true, range: true } },
  requests: {
    "textDocument/semanticTokens/full": (params: SemanticTokensParams, state) => tokensOf(params, state),
    "textDocument/semanticTokens/range": (params: SemanticTokensRangeParams, state) =>
      tokensOf(params, state).filter(({ range: { start } }) => isIn(params.range, start)),
  },
  pack: (tokens: readonly SemanticToken[]): SemanticTokens => ({ data: packed(tokens) }),
};

/** A coloured word, before it is packed: its range is a range like any other, and the edge counts its columns. */
export interface SemanticToken {
  readonly range: Range;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

type TokenType = "property" | "enumMember" | "number" | "variable";
type TokenModifier = "definition" | "deprecated";

const tokenTypes: TokenType[] = ["property", "enumMember", "number", "variable"];
const tokenModifiers: TokenModifier[] = ["definition", "deprecated"];

function tokensOf({ textDocument: { uri } }: SemanticTokensParams, { workspace }: State): readonly SemanticToken[] {
  const located = workspace.locate(uri);
  const file = located?.project.summary(located.path);
  const places = located?.project.places(located.path);
  if (located === undefined || file === undefined || places === undefined) return [];
  return inOrder(wordsIn(file, located.project.query), places);
}

interface Word {
  readonly entry: Entry;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

function* wordsIn(file: Summary, query: Query): Iterable<Word> {
  for (const [index, item] of file.items.entries()) {
    const kind = query.config.schema.kinds.get(item.kind);
    if (item.id !== undefined) yield { entry: item.entry, type: "variable", modifiers: ["definition"] };
    for (const [name, { key, values, links, measurements }] of item.fields) {
      yield { entry: key, type: "property", modifiers: [] };
      const field = kind?.fieldNames.get(name);
      for (const { entry, target } of links) {
        if (target.type !== "nested") yield* nameWord(entry, query.resolve(query.at(file.path, index)!, target), query);
      }
      const type = typeOf(field);
      for (const { entry } of type === undefined ? [] : values) yield { entry, type: type!, modifiers: [] };
      for (const { date, value } of measurements) {
        yield { entry: date.entry, type: "number", modifiers: [] };
        yield { entry: value.entry, type: "number", modifiers: [] };
      }
    }
  }
  for (const mention of file.mentions) yield* nameWord(mention.entry, resolveMention(mention, file, query), query);
}

/** A name that leads nowhere has no colour: that is how one sees it. */
function* nameWord(entry: Entry, resolution: Resolution, query: Query): Iterable<Word> {
  if (resolution.type !== "item") return;
  const isDropped = itemFacts(query, resolution.found).phase === "dropped";
  yield { entry, type: "variable", modifiers: isDropped ? ["deprecated"] : [] };
}

function typeOf(field: FieldDefinition | undefined): TokenType | undefined {
  return field === undefined ? undefined : types.get(field.type);
}

const types: ReadonlyMap<FieldType, TokenType> = new Map([
  ["status", "enumMember"],
  ["health", "enumMember"],
  ["enum", "enumMember"],
  ["boolean", "enumMember"],
  ["number", "number"],
  ["measure", "number"],
  ["date", "number"],
  ["timeframe", "number"],
]);

/** In the order of the text, one line each, and none inside another: of two at one place the first counts. */
function inOrder(words: Iterable<Word>, places: Places): readonly SemanticToken[] {
  const tokens = [...words].flatMap(({ entry, type, modifiers }): readonly SemanticToken[] => {
    const range = placeRange(places, entry);
    const isWord = range.start.line === range.end.line && range.end.character > range.start.character;
    return isWord ? [{ range, type, modifiers }] : [];
  });
  tokens.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
  const apart: SemanticToken[] = [];
  for (const token of tokens) {
    const last = apart.at(-1)?.range.end;
    const { start } = token.range;
    if (last === undefined || start.line > last.line || start.character >= last.character) apart.push(token);
  }
  return apart;
}

/** Five numbers a token: lines and columns from the one before, length, type, and a bit for each modifier. */
function packed(tokens: readonly SemanticToken[]): number[] {
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const { range, type, modifiers } of tokens) {
    const { start, end } = range;
    const line = start.line - before.line;
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
    data.push(line, line === 0 ? start.character - before.character : start.character);
    data.push(end.character - start.character, tokenTypes.indexOf(type), bits);
    before = start;
  }
  return data;
}
