import { groupings } from "../server/src/roadmap/all.ts";
import type { Seen } from "./world.ts";

/** A question that the server answers, as an editor asks it. Every method has one at least; a test holds this list to them. */
export interface Question {
  readonly method: string;
  /** What a person does, where the method alone does not say it. */
  readonly what?: string;
  readonly params: (world: Seen) => unknown;
  /** Milliseconds that 95 of 100 answers stay under, 5 unless said; null where nobody waits for it. */
  readonly bar?: number | null;
}

/**
 * To add one: the method, and how it is asked in `world.document`, the PRD of 12 kB that is open and being typed in
 * (`world.at("KPI-1")` is the place of a text in it). An empty answer does not count.
 */
export const questions: readonly Question[] = [
  { method: "textDocument/diagnostic", params: ({ document }) => ({ textDocument: document }) },
  { method: "workspace/diagnostic", params: () => ({ previousResultIds: [] }), bar: null },
  { method: "textDocument/completion", what: "of a KPI", params: ({ at }) => at("guardrails: [", 13) },
  { method: "textDocument/completion", what: "of a status", params: ({ at }) => at("status: ", 8) },
  { method: "textDocument/completion", what: "of a field", params: ({ at }) => at("guardrails: [", 4) },
  {
    method: "textDocument/completion",
    what: "of an id in the text",
    params: ({ at }) => at("It works for GOAL-1.", 18),
  },
  {
    method: "textDocument/completion",
    what: "in the configuration",
    params: ({ config }) => ({ textDocument: config, position: { line: 0, character: 1 } }),
  },
  {
    method: "completionItem/resolve",
    what: "of the KPI with 1,000 referrers",
    params: ({ document }) => ({
      label: "KPI-1",
      data: { uri: document.uri, about: { what: "item", document: "asked.md" } },
    }),
  },
  {
    method: "textDocument/codeAction",
    what: "on a slip",
    params: ({ range }) => ({
      ...range("shiped"),
      context: { diagnostics: [shown(range("shiped"), "unknown-status")] },
    }),
  },
  {
    method: "textDocument/codeAction",
    what: "where an owner is missing",
    params: ({ range }) => ({
      ...range("owner:"),
      context: { diagnostics: [shown(range("owner:"), "missing-owner")] },
    }),
  },
  {
    method: "textDocument/codeAction",
    what: "in a report",
    params: ({ range }) => ({
      ...range("<!-- throughline:"),
      context: { diagnostics: [], only: ["refactor.rewrite"] },
    }),
  },
  {
    method: "codeAction/resolve",
    params: ({ range }) => {
      const { textDocument, range: place } = range("shiped");
      const data = { uri: textDocument.uri, range: place, kind: "quickfix", rule: "unknown-status" };
      return { title: "Change to “shipped”", kind: "quickfix", data };
    },
  },
  {
    method: "codeAction/resolve",
    what: "a report on the roadmap",
    params: ({ range }) => {
      const { textDocument, range: place } = range("<!-- throughline:");
      const data = { uri: textDocument.uri, range: place, kind: "refactor.rewrite" };
      return { title: "Update this report", kind: "refactor.rewrite", data };
    },
    bar: 300,
  },
  { method: "textDocument/hover", params: ({ at }) => at("GOAL-1.") },
  { method: "textDocument/definition", params: ({ at }) => at("GOAL-1.") },
  { method: "textDocument/references", what: "of a goal", params: ({ at }) => ({ ...at("GOAL-1."), context: all }) },
  {
    method: "textDocument/references",
    what: "of the KPI with 1,000 referrers",
    params: ({ at }) => ({ ...at("KPI-1,"), context: all }),
    bar: 20,
  },
  { method: "textDocument/prepareRename", params: ({ at }) => at("GOAL-1.") },
  {
    method: "textDocument/rename",
    what: "of a goal",
    params: ({ at }) => ({ ...at("GOAL-1."), newName: unused }),
    bar: 250,
  },
  {
    method: "textDocument/rename",
    what: "of the KPI with 1,000 referrers",
    params: ({ at }) => ({ ...at("KPI-1,"), newName: "KPI-1000000" }),
    bar: 1000,
  },
  {
    method: "workspace/willRenameFiles",
    what: "of the document in which one types",
    params: ({ document: { uri } }) => ({
      files: [{ oldUri: uri, newUri: uri.replace("asked.md", "deeper/asked.md") }],
    }),
    bar: 250,
  },
  { method: "textDocument/documentHighlight", params: ({ at }) => at("GOAL-1.") },
  { method: "textDocument/documentLink", params: ({ document }) => ({ textDocument: document }) },
  { method: "textDocument/hover", what: "over a field", params: ({ at }) => at("guardrails", 2) },
  { method: "textDocument/documentSymbol", params: ({ document }) => ({ textDocument: document }) },
  { method: "workspace/symbol", params: () => ({ query: "wallet" }) },
  { method: "textDocument/foldingRange", params: ({ document }) => ({ textDocument: document }) },
  {
    method: "textDocument/selectionRange",
    params: ({ at }) => ({ ...at("GOAL-1."), positions: [at("GOAL-1.").position] }),
  },
  { method: "textDocument/codeLens", params: ({ document }) => ({ textDocument: document }) },
  { method: "textDocument/inlayHint", params: ({ document }) => ({ textDocument: document, range: screen }) },
  { method: "textDocument/semanticTokens/full", params: ({ document }) => ({ textDocument: document }) },
  {
    method: "textDocument/semanticTokens/range",
    params: ({ document }) => ({ textDocument: document, range: screen }),
  },
  { method: "textDocument/prepareCallHierarchy", params: ({ at }) => at("GOAL-1.") },
  {
    method: "callHierarchy/incomingCalls",
    what: "of the KPI with 1,000 referrers",
    params: ({ traced }) => ({ item: traced.kpi }),
    bar: 20,
  },
  { method: "callHierarchy/outgoingCalls", what: "of a goal", params: ({ traced }) => ({ item: traced.goal }) },
  { method: "throughline/fields", params: ({ item }) => ({ item }) },
  {
    method: "throughline/fields",
    what: "and the goals to choose from",
    params: ({ item }) => ({ item, field: "goals" }),
  },
  {
    method: "throughline/rename",
    what: "of a goal, its former id kept",
    params: ({ at }) => ({ ...at("GOAL-1."), newName: unused }),
    bar: 250,
  },
  { method: "throughline/prefixes", params: () => undefined, bar: null },
  {
    method: "throughline/changePrefix",
    what: "of all KPIs",
    params: ({ document: { uri } }) => ({
      folder: uri.slice(0, uri.lastIndexOf("/")),
      from: "KPI",
      to: "METRIC",
      keeps: false,
    }),
    bar: null,
  },
  { method: "throughline/setField", params: ({ item }) => ({ item, field: "owner", values: ["somebody else"] }) },
  {
    method: "throughline/addresses",
    params: ({ document, asked }) => ({ items: [{ ...document, item: asked }] }),
  },
  // A goal goes as badly as the worst that works for it: the first to ask looks at thousands of features, all others where an edit reaches.
  { method: "throughline/document/rows", params: ({ document }) => document, bar: 50 },
  {
    method: "throughline/tick",
    params: ({ document, asked }) => ({ ...document, boxes: [{ item: `${asked}/FR-1`, done: true }] }),
  },
  {
    method: "throughline/linkText",
    params: ({ document, at, item }) => ({ ...document, position: at("GOAL-1.").position, items: [{ item }] }),
  },
  { method: "throughline/track", params: ({ plain }) => plain },
  { method: "throughline/isTracked", params: ({ document }) => document },
  { method: "throughline/new", params: () => ({ template: "feature", title: "One-tap pay" }) },
  { method: "throughline/insert/choices", params: ({ document }) => document },
  {
    method: "throughline/insert/choices",
    what: "and the goals to choose from",
    params: ({ document }) => ({ ...document, what: "goals" }),
  },
  { method: "throughline/insert", params: ({ document }) => ({ ...document, what: "requirement" }) },
  { method: "throughline/preview", params: ({ document }) => document },
  { method: "throughline/new/choices", params: ({ document }) => document },
  { method: "throughline/roadmap/groupings", params: () => undefined },
  { method: "throughline/roadmap/choices", params: () => undefined },
  {
    method: "throughline/roadmap/narrow",
    what: "with a query",
    params: () => ({ by: "goal", filter: "wallet -status:done" }),
    bar: 50,
  },
  { method: "throughline/roadmap/saveView", params: () => ({ name: "Ours", by: "owner", filter: "wallet" }) },
  ...groupings.map(({ id }) => ({
    method: "throughline/roadmap/children",
    what: `the groups by ${id}`,
    params: () => ({ by: id }),
    bar: 50,
  })),
  {
    method: "throughline/roadmap/children",
    what: "below a goal",
    params: ({ group }) => ({ by: "goal", row: group }),
    bar: 50,
  },
  {
    method: "throughline/roadmap/children",
    what: "with a filter",
    params: () => ({ by: "goal", filter: "wallet" }),
    bar: 50,
  },
  {
    method: "throughline/roadmap/children",
    what: "by a field, sorted by score, with a query",
    params: () => ({ by: "priority", sort: "rice", filter: "goal:GOAL-1 timeframe<=next-year -status:done" }),
    bar: 50,
  },
  {
    method: "throughline/roadmap/drop",
    what: "onto another quarter",
    params: ({ dragged: { row, onto } }) => ({ by: "timeline", rows: [row], onto }),
    bar: 50,
  },
  { method: "throughline/roadmap/tooltip", params: ({ row }) => ({ by: "goal", row }) },
  {
    method: "throughline/roadmap/reveal",
    params: ({ document, at }) => ({ by: "goal", uri: document.uri, position: at("GOAL-1.").position }),
  },
  {
    method: "throughline/panel/rows",
    what: "what is seen first",
    params: () => ({ by: "goal", from: 0, count: 120 }),
    bar: 50,
  },
  { method: "throughline/panel/rows", what: "by owner", params: () => ({ by: "owner", from: 0, count: 120 }), bar: 50 },
  {
    method: "throughline/panel/rows",
    what: "in the middle of it",
    params: () => ({ by: "goal", from: 5000, count: 120 }),
    bar: 50,
  },
  { method: "throughline/panel/links", params: ({ panelRow }) => ({ by: "goal", row: panelRow }), bar: 50 },
  { method: "throughline/panel/kpis", params: () => ({}), bar: null },
  { method: "throughline/panel/trace", params: () => ({}), bar: null },
  { method: "throughline/panel/move", params: ({ moved }) => moved },
  {
    method: "throughline/roadmap/diff",
    what: "since the last commit",
    params: () => ({ revision: { type: "name", names: ["HEAD"] }, name: "HEAD" }),
    bar: null,
  },
  { method: "throughline/serverStatus", params: () => undefined },
  { method: "throughline/syntaxTree", params: ({ document }) => document, bar: null },
];

/** A problem as an editor sends it along. */
function shown({ range }: { readonly range: object }, code: string): object {
  return { range, code, source: "throughline", message: "" };
}

const all = { includeDeclaration: true };
const unused = "GOAL-1000000";
const screen = { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } };
