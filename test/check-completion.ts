import assert from "node:assert/strict";
import type { CompletionItem, CompletionList, CompletionParams, InsertReplaceEdit, Range } from "vscode-languageserver";
import { type Document, documentOffset } from "../server/src/base/document.ts";
import { applyEdits } from "../server/src/base/span.ts";
import { completion } from "../server/src/features/completion.ts";
import type { State } from "../server/src/features/feature.ts";
import type { CheckOptions } from "./check.ts";
import { featureState } from "./feature-state.ts";
import { checkText, dedent } from "./fixture.ts";

export interface CompletionOptions extends CheckOptions {
  readonly client?: State["client"];
  readonly options?: State["options"];
  readonly context?: CompletionParams["context"];
  /** Ids that are taken on other branches. */
  readonly taken?: readonly string[];
}

export interface Completed {
  readonly answer: CompletionList | null;
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
  /** What an editor shows of it: those that fit what is typed, where the label begins so first. */
  readonly shown: readonly string[];
  /** The whole document once an item is accepted. */
  readonly accept: (label: string, mode?: "insert" | "replace") => string;
  /** What is shown beside an item. */
  readonly words: (label: string) => string;
}

/** Asks for completion at `$0`. */
export function complete(
  source: string,
  { client = {}, options = {}, context, ...more }: CompletionOptions = {},
): Completed {
  const { state: plain, uri, position } = featureState(source, more);
  const state = { ...plain, client, options };
  const document = state.document(uri)!;
  const answer = ask<CompletionList | null>(
    "textDocument/completion",
    { textDocument: { uri }, position, context },
    state,
  );
  const items = answer?.items ?? [];
  const chosen = (label: string): CompletionItem => {
    const item = items.find((one) => one.label === label);
    assert.ok(
      item !== undefined,
      `${label} is not offered, but ${items.map((one) => one.label).join(", ") || "nothing"}`,
    );
    return item;
  };
  return {
    answer,
    items,
    labels: items.map(({ label }) => label),
    shown: shown(items, answer, document, documentOffset(document, position)),
    accept: (label, mode = "insert") => accepted(chosen(label), answer!, document, mode),
    words: (label) => {
      const item = chosen(label);
      const data = item.data ?? answer?.itemDefaults?.data;
      const { documentation } = ask<CompletionItem>("completionItem/resolve", { ...item, data }, state);
      return documentation === undefined || typeof documentation === "string"
        ? (documentation ?? "")
        : documentation.value;
    },
  };
}

/** Fails unless `first` are the first that are offered and the whole document is `after` once the first is accepted. */
export function checkCompletion(
  source: string,
  first: readonly string[],
  after: string,
  options?: CompletionOptions,
): void {
  const { shown, accept } = complete(source, options);
  assert.deepEqual(shown.slice(0, first.length), first);
  checkText(accept(first[0]!), dedent(after));
}

function ask<Answer>(method: string, params: unknown, state: State): Answer {
  return completion.requests[method]!(params as never, state, {} as never) as Answer;
}

/** As an editor writes it: what the item says, else what is said once for all. */
function accepted(
  item: CompletionItem,
  { itemDefaults }: CompletionList,
  document: Document,
  mode: "insert" | "replace",
): string {
  const range = item.textEdit ?? itemDefaults?.editRange;
  assert.ok(range !== undefined, `${item.label} has no range`);
  const newText = item.textEdit?.newText ?? item.textEditText ?? item.label;
  const edits = [{ range: rangeOf(range, mode), newText }, ...(item.additionalTextEdits ?? [])];
  return applyEdits(
    document.text,
    edits.map(({ range: { start, end }, newText: text }) => ({
      span: { start: documentOffset(document, start), end: documentOffset(document, end) },
      newText: text,
    })),
  );
}

function rangeOf(
  range: Range | { range: Range } | Pick<InsertReplaceEdit, "insert" | "replace">,
  mode: "insert" | "replace",
): Range {
  if ("range" in range) return range.range;
  return "insert" in range ? range[mode] : range;
}

function shown(
  items: readonly CompletionItem[],
  answer: CompletionList | null,
  document: Document,
  cursor: number,
): readonly string[] {
  const fits = items.flatMap((item) => {
    const { start } = rangeOf((item.textEdit ?? answer?.itemDefaults?.editRange)!, "insert");
    const typed = document.text.slice(documentOffset(document, start), cursor).toLowerCase();
    const words = (item.filterText ?? item.label).toLowerCase();
    if (typed !== "" && !words.startsWith(typed) && !words.includes(` ${typed}`)) return [];
    return [{ ...item, isFirst: item.label.toLowerCase().startsWith(typed) }];
  });
  const sorted = fits.sort(
    (a, b) =>
      Number(b.isFirst) - Number(a.isFirst) || (a.sortText! < b.sortText! ? -1 : a.sortText! > b.sortText! ? 1 : 0),
  );
  return sorted.map(({ label }) => label);
}
