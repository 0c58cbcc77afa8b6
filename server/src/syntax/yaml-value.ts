import {
  badStart,
  bracketText,
  colonInValue,
  listOnKeyLine,
  textBehindFlow,
  textBehindQuote,
  unknownAlias,
} from "./yaml-flaws.ts";
import { readFlow } from "./yaml-flow.ts";
import { scalarValue } from "./yaml-library.ts";
import { closedQuote, openQuoteScalar } from "./yaml-quoted.ts";
import {
  closingQuote,
  contentEnd,
  empty,
  isBlank,
  isComment,
  isDash,
  isNamed,
  keyColon,
  type Line,
  looksLikeField,
  plain,
  type Source,
  skipBlanks,
  takeComment,
} from "./yaml-source.ts";
import type { YamlNode, YamlScalar } from "./yaml-tree.ts";

/**
 * Reads the value that starts at `at` on the current line, and the lines that belong to it: those deeper than `parent`.
 * Afterwards the current line is the first one behind the value.
 */
export function readValue(source: Source, at: number, parent: number): YamlNode {
  const line = source.lines[source.line]!;
  const char = source.text[at]!;
  if (char === '"' || char === "'") return readQuote(source, at, parent);
  if (char === "[" || char === "{") return readBrackets(source, at, parent);
  if ((char === "|" || char === ">") && BLOCK_HEADER.test(source.text.slice(at, line.end))) {
    return readBlockText(source, at, parent);
  }
  if (char === "&" || char === "!" || char === "*") return readNamed(source, at, parent);
  return readText(source, at, parent);
}

/** Where the text that goes on at `from` ends on this line; a comment behind it is kept, and the line is consumed. */
export function takeLine(source: Source, from: number): number {
  const { end } = source.lines[source.line]!;
  const stop = contentEnd(source.text, from, end);
  if (stop < end) takeComment(source, stop, end);
  source.line++;
  return stop;
}

const BLOCK_HEADER = /^[|>](?:[+-]?[1-9]?|[1-9][+-])(?:[ \t]+#.*)?$/;

function readQuote(source: Source, at: number, parent: number): YamlScalar {
  const { text } = source;
  const { end } = source.lines[source.line]!;
  const close = closingQuote(text, at, end);
  if (close < 0) return readLongQuote(source, at, parent);
  const rest = skipBlanks(text, close + 1, end);
  if (rest >= end || (rest > close + 1 && isComment(text, rest))) {
    takeComment(source, rest, end);
    source.line++;
    return closedQuote(source, at, close + 1);
  }
  const value = { start: at, end: takeLine(source, rest) };
  const shown = text.slice(value.start, value.end);
  textBehindQuote(source, { start: rest, end: value.end }, value, shown);
  return plain(value.start, value.end, shown);
}

/** A quote that its line does not close: deeper lines may, else the value ends where a text without quotes would end. */
function readLongQuote(source: Source, at: number, parent: number): YamlScalar {
  const { text, lines } = source;
  const first = source.line;
  source.doubts++;
  for (let next = first + 1; next < lines.length; next++) {
    const line = lines[next]!;
    if (line.from === line.end) continue;
    if (line.indent <= parent) break;
    const close = closingQuoteFrom(text, at, line);
    if (close < 0) continue;
    const rest = skipBlanks(text, close + 1, line.end);
    if (rest < line.end && !isComment(text, rest)) break;
    takeComment(source, rest, line.end);
    source.line = next + 1;
    return closedQuote(source, at, close + 1);
  }
  source.line = first + 1;
  const more = continued(source, parent);
  return openQuoteScalar(source, at, lines[first]!.end, more);
}

/** The closing quote in `line` of a text that was opened above it. */
function closingQuoteFrom(text: string, open: number, line: Line): number {
  const quote = text[open]!;
  for (let i = line.from; i < line.end; i++) {
    if (text[i] === "\\" && quote === '"') i++;
    else if (text[i] === quote) {
      if (quote === "'" && text[i + 1] === "'") i++;
      else return i;
    }
  }
  return -1;
}

function readBrackets(source: Source, at: number, parent: number): YamlNode {
  const { text, lines } = source;
  const before = { found: source.found.length, comments: source.comments.length, line: source.line };
  const flow = readFlow(source, at, parent);
  const { end } = lines[flow.line]!;
  const rest = skipBlanks(text, flow.end, end);
  source.line = flow.line + 1;
  if (rest >= end || (isComment(text, rest) && (rest > flow.end || !flow.closed))) {
    takeComment(source, rest, end);
    return flow.node;
  }
  if (flow.line > before.line) {
    textBehindFlow(source, { start: rest, end: contentEnd(text, rest, end) });
    return flow.node;
  }
  // `[text](address)`, `[WIP] Title`, `[[A]], [[B]]`: a text that only starts like a list.
  source.found.length = before.found;
  source.comments.length = before.comments;
  source.line = before.line;
  const value = { start: at, end: takeLine(source, rest) };
  const shown = text.slice(value.start, value.end);
  bracketText(source, value, shown);
  return plain(value.start, value.end, shown);
}

/** `|` and `>`: all deeper lines are the text, and the library says how they are joined. */
function readBlockText(source: Source, at: number, parent: number): YamlScalar {
  const { text, lines } = source;
  const header = lines[source.line]!;
  const headerEnd = contentEnd(text, at, header.end);
  let last = source.line;
  let column = parent + 1;
  for (let next = last + 1; next < lines.length; next++) {
    const line = lines[next]!;
    if (line.from === line.end) {
      // Blanks that go on to the right of the text are part of it.
      if ((lines[next + 1]?.start ?? source.end) - line.start > column) source.doubts++;
      continue;
    }
    if (line.indent < column) break;
    // The first line says how deep the text stands, unless the header counts it.
    if (last === source.line && !/\d/.test(text[at + 1]!)) column = line.indent;
    last = next;
  }
  const end = last === source.line ? headerEnd : lines[last]!.end;
  takeComment(source, headerEnd, header.end);
  source.line = last + 1;
  const span = { start: at, end };
  const shown = scalarValue(
    `${" ".repeat(Math.max(parent, 0))}k: ${text.slice(at, lines[last + 1]?.start ?? source.end)}`,
  );
  // Counted columns, empty lines at the end that are kept, and texts that are empty depend on more than these lines.
  if (shown === undefined || parent < 0 || headerEnd > at + 2 || /[+\d]/.test(text[at + 1]!) || end === headerEnd)
    source.doubts++;
  return { type: "scalar", span, text: shown ?? text.slice(header.end, end).trim(), style: "block" };
}

/** Anchors and YAML's own tags are passed over; `*name` repeats a value, and that is for the library to look up. */
function readNamed(source: Source, at: number, parent: number, before = 0): YamlNode {
  source.doubts++;
  const { text } = source;
  const { end } = source.lines[source.line]!;
  const name = /^[^\s,[\]{}]+/.exec(text.slice(at, end))![0];
  const next = skipBlanks(text, at + name.length, end);
  const alone = next >= end || isComment(text, next);
  const sign = text[at]!;
  if (sign === "*" && alone) {
    const value = { start: at, end: takeLine(source, at) };
    if (!isNamed(source, name.slice(1))) unknownAlias(source, value, name);
    return plain(value.start, value.end, name);
  }
  // A value has one anchor and one tag at most.
  const named = sign === "&" ? name.length > 1 : name.startsWith("!!");
  if (!named || before > 1) return readText(source, at, parent);
  if (alone) {
    takeComment(source, next, end);
    source.line++;
    return empty(at + name.length);
  }
  const again = text[next] === "&" || text[next] === "!";
  return again ? readNamed(source, next, parent, before + 1) : readValue(source, next, parent);
}

/** A text without quotes, over as many lines as go on deeper than `parent`. */
function readText(source: Source, at: number, parent: number): YamlNode {
  const { text, lines } = source;
  const line = lines[source.line]!;
  if (isDash(text, at, line.end) && skipBlanks(text, at + 1, line.end) < line.end)
    return readLateList(source, at, parent);
  let colon = -1;
  let end = at;
  for (; end < line.end; end++) {
    const code = text.charCodeAt(end);
    if (code === 0x3a && colon < 0 && (end + 1 >= line.end || isBlank(text.charCodeAt(end + 1)))) colon = end;
    else if (code === 0x23 && end > at && isBlank(text.charCodeAt(end - 1))) break;
    else if (code < 32 && code !== 9) source.doubts++;
  }
  const commented = end < line.end;
  if (commented) {
    takeComment(source, end, line.end);
    while (isBlank(text.charCodeAt(end - 1))) end--;
  }
  source.line++;
  let shown = text.slice(at, end);
  let certain = at > line.from;
  if (!commented) {
    const more = continued(source, parent);
    if (more !== undefined) {
      certain = false;
      shown += more.text;
      end = more.end;
      if (colon < 0) colon = more.colon;
    }
  }
  const sign = BAD_START.exec(shown);
  if (sign) {
    const isReserved = shown.startsWith("@") || shown.startsWith("`");
    badStart(source, { start: at, end: at + 1 }, { start: at, end }, shown, certain && isReserved);
  }
  if (!sign && colon >= 0) colonInValue(source, colon, { start: at, end }, shown, certain);
  return plain(at, end, shown);
}

const BAD_START = /^(?:[@`%,\]}|>&*!#]|[-?:](?=[ \t]|$))/;

/** The lines that go on with a text, joined as YAML joins them: a line break is a space, an empty line a line break. */
function continued(source: Source, parent: number): { text: string; end: number; colon: number } | undefined {
  const { text, lines } = source;
  let shown = "";
  let colon = -1;
  let end = -1;
  let breaks = 0;
  for (let next = source.line; next < lines.length; next++) {
    const line = lines[next]!;
    if (line.from === line.end) {
      breaks++;
      continue;
    }
    if (line.indent <= parent || text[line.from] === "#" || looksLikeField(text, line.from, line.end)) break;
    if (isDash(text, line.from, line.end)) {
      // YAML would join the list to the text above it, without a word.
      source.hazard = true;
      break;
    }
    const stop = contentEnd(text, line.from, line.end);
    const here = keyColon(text, line.from, line.end);
    if (colon < 0 && here >= 0) colon = here;
    shown += (breaks > 0 ? "\n".repeat(breaks) : " ") + text.slice(line.from, stop);
    end = stop;
    breaks = 0;
    source.doubts++;
    source.line = next + 1;
    if (stop < line.end) {
      takeComment(source, stop, line.end);
      break;
    }
  }
  return end < 0 ? undefined : { text: shown, end, colon };
}

/** `goals: - GOAL-1`: a list that starts beside its name. */
function readLateList(source: Source, at: number, parent: number): YamlNode {
  const { text, lines } = source;
  const line = lines[source.line]!;
  const start = skipBlanks(text, at + 1, line.end);
  const item = readValue(source, start, parent);
  let gap = at;
  while (isBlank(text.charCodeAt(gap - 1))) gap--;
  const newline = text.startsWith("\r\n", line.end) ? "\r\n" : "\n";
  const below = lines[source.line];
  const listed = below && below.indent >= parent && isDash(text, below.from, below.end);
  const newText = `${newline}${" ".repeat(listed ? below.indent : Math.max(parent, 0) + 2)}`;
  listOnKeyLine(source, { start: at, end: at + 1 }, [{ span: { start: gap, end: at }, newText }]);
  return { type: "list", flow: false, items: [item], span: { start: at, end: item.span.end } };
}
