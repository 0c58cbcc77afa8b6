import { badStart, colonInValue, extraComma, missingComma, strayCloser, tooDeep, unclosedFlow } from "./yaml-flaws.ts";
import { closedQuote, openQuoteScalar } from "./yaml-quoted.ts";
import { closingQuote, isBlank, isComment, type Line, MAX_DEPTH, plain, type Source } from "./yaml-source.ts";
import type { YamlEntry, YamlNode, YamlScalar } from "./yaml-tree.ts";

/** What was read between brackets, and where reading stopped. */
export interface FlowReading {
  readonly node: YamlNode;
  /** Behind the closing bracket, or where the text ends that may belong to it. */
  readonly end: number;
  /** The line of `end`. */
  readonly line: number;
  readonly closed: boolean;
}

/**
 * Reads `[…]` or `{…}` at `at`, over as many lines as stand deeper than `parent`.
 * `[[X]]` and `{{x}}` are the texts they look like, not a list in a list.
 */
export function readFlow(source: Source, at: number, parent: number): FlowReading {
  const flow: Flow = { source, parent, line: source.line, at, closers: "", lost: "" };
  const node = readNode(flow);
  if (flow.lost !== "" && !source.tooDeep) unclosedFlow(source, lastContent(flow), flow.lost);
  return { node, end: flow.at, line: flow.line, closed: flow.lost === "" };
}

interface Flow {
  readonly source: Source;
  readonly parent: number;
  line: number;
  at: number;
  /** The brackets that close what is open, innermost first. */
  closers: string;
  /** What was still open where the text ended. */
  lost: string;
}

const WIKILINK = /\[\[[^[\]\n]+\]\]/y;
const PLACEHOLDER = /\{\{[^{}\n]+\}\}/y;

function readNode(flow: Flow): YamlNode {
  const { source, at } = flow;
  const char = source.text[at];
  if (char === "[" || char === "{") {
    const text = matchAt(char === "[" ? WIKILINK : PLACEHOLDER, source.text, at);
    if (text !== undefined) {
      flow.at = at + text.length;
      return plain(at, flow.at, text);
    }
    if (flow.closers.length >= MAX_DEPTH) return giveUp(flow);
    flow.at = at + 1;
    flow.closers = (char === "[" ? "]" : "}") + flow.closers;
    const node = char === "[" ? readItems(flow, at) : readEntries(flow, at);
    flow.closers = flow.closers.slice(1);
    return node;
  }
  if (char === '"' || char === "'") return readQuoted(flow);
  return readPlain(flow);
}

function readItems(flow: Flow, start: number): YamlNode {
  const items: YamlNode[] = [];
  readMembers(flow, "]", () => {
    const node = readNode(flow);
    const value = takeValue(flow, node);
    if (value === undefined) items.push(node);
    else {
      flow.source.doubts++;
      const key = asKey(flow, node);
      const span = { start: key.span.start, end: value.span.end };
      items.push({ type: "map", flow: true, span, entries: [{ key, value, span }] });
    }
  });
  return { type: "list", flow: true, items, span: { start, end: flow.at } };
}

function readEntries(flow: Flow, start: number): YamlNode {
  const entries: YamlEntry[] = [];
  readMembers(flow, "}", () => {
    const key = asKey(flow, readNode(flow));
    const value = takeValue(flow, key);
    entries.push({ key, value, span: { start: key.span.start, end: value?.span.end ?? key.span.end } });
  });
  return { type: "map", flow: true, entries, span: { start, end: flow.at } };
}

/** Reads members and the commas between them, up to and with the closing bracket. */
function readMembers(flow: Flow, closer: string, member: () => void): void {
  const { source } = flow;
  let needsComma = false;
  let behind = flow.at;
  for (;;) {
    if (!skip(flow)) {
      // The outermost unclosed bracket reports, with everything that must be closed.
      if (flow.lost === "") flow.lost = flow.closers;
      return;
    }
    const char = source.text[flow.at]!;
    if (char === closer) {
      flow.at++;
      return;
    }
    if (char === ",") {
      if (!needsComma) extraComma(source, { start: flow.at, end: flow.at + 1 }, { start: behind, end: flow.at + 1 });
      needsComma = false;
      flow.at++;
      behind = flow.at;
      continue;
    }
    if (char === "]" || char === "}") {
      // A bracket that an outer list waits for ends this one; any other is a slip.
      if (flow.closers.includes(char)) {
        if (flow.lost === "") {
          flow.lost = closer;
          unclosedFlow(source, lastContent(flow), closer);
        }
        flow.lost = "";
        return;
      }
      strayCloser(source, flow.at);
      flow.at++;
      continue;
    }
    if (needsComma) missingComma(source, flow.at, { start: lastContent(flow), end: flow.at });
    const before = flow.at;
    member();
    if (flow.at === before) flow.at++;
    needsComma = true;
    behind = flow.at;
    if (flow.lost !== "") return;
  }
}

/** The value behind a colon, if one stands there. */
function takeValue(flow: Flow, key: YamlNode): YamlNode | undefined {
  const { source, line } = flow;
  if (!skip(flow) || source.text[flow.at] !== ":") return undefined;
  if (flow.line !== line || key.type !== "scalar" || key.style !== "plain") source.doubts++;
  const colon = flow.at++;
  if (!skip(flow) || /[,\]}]/.test(source.text[flow.at]!)) return plain(colon + 1, colon + 1, "");
  const value = readNode(flow);
  return value.type === "scalar" && source.text[flow.at] === ":" ? withColon(flow, value) : value;
}

/** `{ title: Foo: bar }`: the second colon belongs to the value. */
function withColon(flow: Flow, value: YamlScalar): YamlScalar {
  const { source, at: colon } = flow;
  flow.at++;
  while (flow.at < source.lines[flow.line]!.end && !/[,[\]{}]/.test(source.text[flow.at]!)) flow.at++;
  const span = { start: value.span.start, end: lastContent(flow) };
  const text = source.text.slice(span.start, span.end);
  colonInValue(source, colon, span, text);
  return plain(span.start, span.end, text);
}

function asKey(flow: Flow, node: YamlNode): YamlScalar {
  if (node.type === "scalar") return node;
  flow.source.doubts++;
  const { start, end } = node.span;
  return plain(start, end, flow.source.text.slice(start, end));
}

/** Moves to the next sign that is not blank, comment or line break; false where the text ends that may belong here. */
function skip(flow: Flow): boolean {
  const { source } = flow;
  for (;;) {
    const { end } = source.lines[flow.line]!;
    while (flow.at < end && isBlank(source.text.charCodeAt(flow.at))) flow.at++;
    if (flow.at < end && !isComment(source.text, flow.at)) return true;
    const next = nextLine(flow);
    if (next < 0) return false;
    source.doubts++;
    if (flow.at < end) source.comments.push({ span: { start: flow.at, end } });
    flow.line = next;
    flow.at = source.lines[next]!.from;
  }
}

/** The next line with content, if it belongs to the brackets: deeper than the parent, or the closing bracket below it. */
function nextLine(flow: Flow): number {
  const { lines, text } = flow.source;
  let next = flow.line + 1;
  while (next < lines.length && lines[next]!.from === lines[next]!.end) next++;
  const line = lines[next];
  if (line === undefined) return -1;
  if (line.indent > flow.parent) return next;
  const closes = flow.closers.length === 1 && text[line.from] === flow.closers;
  return closes && line.indent === flow.parent ? next : -1;
}

function readQuoted(flow: Flow): YamlScalar {
  const { source, at } = flow;
  const { end } = source.lines[flow.line]!;
  const close = closingQuote(source.text, at, end);
  if (close >= 0) {
    flow.at = close + 1;
    return closedQuote(source, at, close + 1);
  }
  return readOpenQuote(flow, end);
}

/** A quote that its line does not close: further lines may, else the text goes up to the next bracket or comma. */
function readOpenQuote(flow: Flow, end: number): YamlScalar {
  const { source, at } = flow;
  source.doubts++;
  const back = flow.line;
  for (let next = nextLine(flow); next >= 0; next = nextLine(flow)) {
    flow.line = next;
    const line: Line = source.lines[next]!;
    const close = closingQuote(source.text, at, line.end);
    if (close < 0) continue;
    flow.at = close + 1;
    return closedQuote(source, at, close + 1);
  }
  flow.line = back;
  let stop = at + 1;
  while (stop < end && !/[,[\]{}]/.test(source.text[stop]!)) stop++;
  while (isBlank(source.text.charCodeAt(stop - 1))) stop--;
  flow.at = stop;
  return openQuoteScalar(source, at, stop);
}

/** Up to a comma, a bracket, a colon that ends a name, a comment or the end of the line. */
function readPlain(flow: Flow): YamlScalar {
  const { source, at } = flow;
  const { text } = source;
  const value = plainOnLine(flow);
  let shown = text.slice(value.start, value.end);
  let { end } = value;
  // A text may go on in the next line.
  while (value.open) {
    const next = nextLine(flow);
    if (next < 0 || /[,[\]{}#:'"]/.test(text[source.lines[next]!.from]!)) break;
    source.doubts++;
    flow.line = next;
    flow.at = source.lines[next]!.from;
    const more = plainOnLine(flow);
    shown += ` ${text.slice(more.start, more.end)}`;
    end = more.end;
    if (!more.open) break;
  }
  const span = { start: at, end };
  if (/^(?:[@`%|>]|[-?](?=\s|$))/.test(shown)) badStart(source, { start: at, end: at + 1 }, span, shown);
  else if (/^[*&!?:#-]/.test(shown)) source.doubts++;
  return plain(at, end, shown);
}

function plainOnLine(flow: Flow): { start: number; end: number; open: boolean } {
  const { text } = flow.source;
  const { end } = flow.source.lines[flow.line]!;
  const start = flow.at;
  let stop = start;
  for (; stop < end; stop++) {
    const char = text[stop]!;
    if (char === "," || char === "]" || char === "}" || char === "[" || char === "{") break;
    if (char === "#" && isComment(text, stop) && stop > start) break;
    if (char === ":" && stop > start && /^[\s,[\]{}]?$/.test(text[stop + 1] ?? "")) break;
    if (char < " " && char !== "\t") flow.source.doubts++;
  }
  flow.at = stop;
  let last = stop;
  while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
  return { start, end: last, open: stop === end };
}

function giveUp(flow: Flow): YamlScalar {
  const { source, at } = flow;
  const { end } = source.lines[flow.line]!;
  tooDeep(source, { start: at, end: at + 1 });
  flow.at = end;
  return plain(at, end, source.text.slice(at, end));
}

function lastContent(flow: Flow): number {
  const { text } = flow.source;
  let end = flow.at;
  while (/\s/.test(text[end - 1]!)) end--;
  return end;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
