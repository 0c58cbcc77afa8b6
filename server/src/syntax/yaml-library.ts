import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import type { Span } from "../base/span.ts";
import type { YamlEntry, YamlNode, YamlScalar } from "./yaml-tree.ts";

/** What the `yaml` library makes of a text, in our shapes. */
export interface LibraryReading {
  readonly root: YamlNode | undefined;
  /** The places of its errors, in order. */
  readonly errors: readonly Span[];
  /** True where, without an error, it joined a list to the text above, or took a no-break space for the start of a name. */
  readonly hazard: boolean;
  /** `*names` that repeat nothing, and lone `>5`: read as the text they are. */
  readonly odd: readonly YamlScalar[];
  /** Every scalar as it stands in the source; what lies between them is signs, blanks and comments. */
  readonly leaves: readonly Span[];
}

const OPTIONS = {
  schema: "failsafe",
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "error",
} as const;

/** The most nodes that repeated values may add up to: enough for people, too few for a bomb. */
const MAX_REPEATED = 2_000;

/** Reads `text`; the places it gives are moved by `shift`. There is a tree only where there are no errors. */
export function readWithLibrary(text: string, shift: number): LibraryReading | undefined {
  const state: State = { text, shift, anchors: new Map(), nodes: 0, repeated: 0, hazard: false, odd: [], leaves: [] };
  try {
    const { errors, contents } = parseDocument(text, OPTIONS);
    const root = contents && errors.length === 0 ? convert(state, contents) : undefined;
    const places = errors.map(({ pos }) => ({ start: pos[0] + shift, end: Math.max(pos[1], pos[0]) + shift }));
    return { root, errors: places, hazard: state.hazard, odd: state.odd, leaves: state.leaves };
  } catch {
    // The library recurses; a text that is nested too deeply for it is read by ourselves.
    return undefined;
  }
}

/** The value of one quoted or block scalar, its line breaks and escapes resolved as the library does. */
export function scalarValue(text: string): string | undefined {
  const document = parseDocument(text, OPTIONS);
  if (document.errors.length > 0) return undefined;
  const node = isMap(document.contents) ? document.contents.items[0]?.value : document.contents;
  return isScalar(node) ? String(node.value ?? "") : undefined;
}

interface State {
  readonly text: string;
  readonly shift: number;
  readonly anchors: Map<string, { readonly node: YamlNode; readonly size: number }>;
  /** Nodes so far, repeated ones counted again. */
  nodes: number;
  repeated: number;
  hazard: boolean;
  readonly odd: YamlScalar[];
  readonly leaves: Span[];
}

function convert(state: State, node: Node): YamlNode {
  if (isAlias(node)) return convertAlias(state, node);
  const before = state.nodes++;
  const result = convertOwn(state, node);
  const anchor = (node as { anchor?: string }).anchor;
  if (anchor) state.anchors.set(anchor, { node: result, size: state.nodes - before });
  return result;
}

function convertOwn(state: State, node: Node): YamlNode {
  const [start, end] = node.range!;
  const { shift } = state;
  if (isMap(node)) {
    const { flow = false } = node;
    const source = state.text.slice(start, end);
    if (flow && PLACEHOLDER.test(source)) return leaf(state, start, end, source, "plain");
    const entries = withMerged(node.items.map((pair) => convertPair(state, pair as { key: unknown; value: unknown })));
    return {
      type: "map",
      flow,
      entries,
      span: flow ? { start: start + shift, end: end + shift } : around(entries, start + shift),
    };
  }
  if (isSeq(node)) {
    const { flow = false } = node;
    const source = state.text.slice(start, end);
    if (flow && WIKILINK.test(source)) return leaf(state, start, end, source, "plain");
    const items = node.items.map((item) =>
      item === null ? leaf(state, start, start, "", "plain") : convert(state, item as Node),
    );
    const last = items.at(-1)?.span.end ?? start + shift;
    return {
      type: "list",
      flow,
      items,
      span: { start: start + shift, end: flow ? end + shift : Math.max(last, start + shift) },
    };
  }
  return convertScalar(state, node, start, end);
}

const WIKILINK = /^\[\[[^[\]\n]+\]\]$/;
const PLACEHOLDER = /^\{\{[^{}\n]+\}\}$/;
const DASH_LINE = /\n[ \t]*-(?=[ \t\r\n]|$)/;

function convertScalar(state: State, node: Node, start: number, end: number): YamlScalar {
  const { value, type, tag } = node as { value: unknown; type?: string; tag?: string };
  const text = typeof value === "string" ? value : "";
  if (type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED") {
    const trimmed = start + state.text.slice(start, end).trimEnd().length;
    const source = state.text.slice(start, trimmed);
    // A target of `>5` is a heading of a folded text to YAML, and the number is lost.
    if (text === "" && /^[|>]\d$/.test(source)) {
      const scalar = leaf(state, start, trimmed, source, "plain");
      state.odd.push(scalar);
      return scalar;
    }
    return leaf(state, start, trimmed, text, "block");
  }
  if (type === "QUOTE_DOUBLE") return leaf(state, start, end, text, "double");
  if (type === "QUOTE_SINGLE") return leaf(state, start, end, text, "single");
  if (text.startsWith("\u00a0") || (end > start && DASH_LINE.test(state.text.slice(start, end)))) state.hazard = true;
  if (tag?.startsWith("!")) return convertTagged(state, tag, text, start, end);
  if (end === start) start = end = emptyAt(state.text, start);
  return leaf(state, start, end, text, "plain");
}

/** `!Important note`: a tag of nobody's is the start of a text. */
function convertTagged(state: State, tag: string, text: string, start: number, end: number): YamlScalar {
  const from = state.text.lastIndexOf(tag, start);
  if (from < 0 || !/^\s*$/.test(state.text.slice(from + tag.length, start)))
    return leaf(state, start, end, text, "plain");
  const source = state.text.slice(from, end).trimEnd();
  const scalar = leaf(state, from, from + source.length, source.replace(/(?<!\s)\s*\n\s*/g, " "), "plain");
  state.odd.push(scalar);
  return scalar;
}

/** An empty value stands directly behind its colon or dash; the library puts it at the end of the line. */
function emptyAt(text: string, at: number): number {
  let i = at;
  while (i > 0 && /[ \t\r\n]/.test(text[i - 1]!)) i--;
  return /[:-]/.test(text[i - 1] ?? "") ? i : at;
}

function leaf(state: State, start: number, end: number, text: string, style: YamlScalar["style"]): YamlScalar {
  const span = { start: start + state.shift, end: end + state.shift };
  if (end > start) state.leaves.push(span);
  return { type: "scalar", span, text, style };
}

function convertPair(state: State, pair: { key: unknown; value: unknown }): YamlEntry {
  const keyNode = pair.key as Node | null;
  const key = keyNode ? asKey(state, keyNode) : leaf(state, 0, 0, "", "plain");
  const value = pair.value ? convert(state, pair.value as Node) : undefined;
  const start = keyNode ? key.span.start : (value?.span.start ?? key.span.start);
  // What an alias repeats stands elsewhere; the entry ends where the alias does.
  const end = isAlias(pair.value) ? pair.value.range![1] + state.shift : (value?.span.end ?? key.span.end);
  return { key, value, span: { start, end: Math.max(end, key.span.end) } };
}

/** A key that is itself a list or a map counts as the text it is written as. */
function asKey(state: State, node: Node): YamlScalar {
  const key = convert(state, node);
  if (key.type === "scalar") return key;
  const { start, end } = key.span;
  return {
    type: "scalar",
    span: key.span,
    text: state.text.slice(start - state.shift, end - state.shift),
    style: "plain",
  };
}

/** `<<: *base` stands for the entries of `base` that are not given here. */
function withMerged(entries: readonly YamlEntry[]): readonly YamlEntry[] {
  if (!entries.some(isMerge)) return entries;
  const own = new Set(entries.map(({ key }) => key.text));
  return entries.flatMap((entry) => {
    if (!isMerge(entry)) return [entry];
    const maps = entry.value?.type === "list" ? entry.value.items : [entry.value];
    const merged = maps.flatMap((map) => (map?.type === "map" ? map.entries : []));
    return merged.filter(({ key }) => !own.has(key.text) && own.add(key.text));
  });
}

function isMerge({ key, value }: YamlEntry): boolean {
  return key.text === "<<" && key.style === "plain" && value !== undefined && value.type !== "scalar";
}

/** Repeats a named value, as long as the sum of all repeats stays small; else the text `*name` stays. */
function convertAlias(state: State, node: Alias): YamlNode {
  const [start, end] = node.range!;
  const anchor = state.anchors.get(node.source);
  const own = leaf(state, start, end, state.text.slice(start, end), "plain");
  if (!anchor) state.odd.push(own);
  if (!anchor || (state.repeated += anchor.size) > MAX_REPEATED) return own;
  state.nodes += anchor.size;
  return anchor.node.type === "scalar" ? { ...own, text: anchor.node.text } : anchor.node;
}

function around(entries: readonly YamlEntry[], start: number): Span {
  return { start: entries[0]?.span.start ?? start, end: entries.at(-1)?.span.end ?? start };
}
