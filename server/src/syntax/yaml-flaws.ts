import { say, type Words } from "../base/say.ts";
import type { Span, TextEdit } from "../base/span.ts";
import { yamlQuoted } from "./yaml-quote.ts";
import type { Source } from "./yaml-source.ts";

/** What can be wrong with one value: every message says what we did, what others do, and what to do about it. */

/** `certain`: the value stands in one line behind its name, where no reader of YAML takes such a colon. */
export function colonInValue(source: Source, colon: number, value: Span, text: string, certain = false): void {
  const shown = source.text[colon + 1] === " " ? '": "' : '":"';
  const message = say`The value contains ${shown}, which ends the name of a field. We read it as one text; other tools will not. ${QUOTE_IT}`;
  const fix = quoteFix(source.text, value, text);
  add(source, { start: colon, end: colon + 1 }, message, { recovered: true, certain, fix });
}

/** `certain`: as with a colon, no reader of YAML takes such a sign. */
export function badStart(source: Source, sign: Span, value: Span, text: string, certain = false): void {
  const shown = source.text.slice(sign.start, sign.end).trim();
  const message = say`Without quotes, a value cannot start with ${named(shown)}. We read it as text; other tools will not. ${QUOTE_IT}`;
  add(source, sign, message, { recovered: true, certain, fix: quoteFix(source.text, value, text) });
}

export function bracketText(source: Source, value: Span, text: string): void {
  const shown = source.text[value.start]!;
  const message =
    shown === "["
      ? say`A value that starts with "[" is a list, but text follows it. We read all of it as one text; other tools will not. ${QUOTE_IT}`
      : say`A value that starts with "{" is a group of fields, but text follows it. We read all of it as one text; other tools will not. ${QUOTE_IT}`;
  const sign = { start: value.start, end: value.start + 1 };
  add(source, sign, message, { recovered: true, fix: quoteFix(source.text, value, text) });
}

export function textBehindQuote(source: Source, trailing: Span, value: Span, text: string): void {
  const message = say`Text follows the closing quote. We read all of it as one text; other tools will not. Put quotes around the whole value.`;
  add(source, trailing, message, { recovered: true, fix: quoteFix(source.text, value, text) });
}

export function openQuote(source: Source, value: Span, text: string): void {
  const quote = source.text[value.start]!;
  const raw = source.text.slice(value.start + 1, value.end);
  const closes = raw === text && !(quote === '"' && text.includes("\\"));
  const newText = closes ? quote : yamlQuoted(text);
  const at = closes ? { start: value.end, end: value.end } : value;
  add(
    source,
    { start: value.start, end: value.start + 1 },
    say`This quote is never closed, so the value ends with its line. Close it.`,
    {
      recovered: false,
      fix: { title: say`Close the quote`, edits: [{ span: at, newText }] },
    },
  );
}

export function curlyQuote(source: Source, curly: Span, quote: string): void {
  const message = say`This value opens with ${quote} but closes with ${source.text.slice(curly.start, curly.end)}. We read it without both; other tools will not. Close it with ${quote} too.`;
  add(source, curly, message, {
    recovered: true,
    fix: { title: say`Close it with ${quote}`, edits: [{ span: curly, newText: quote }] },
  });
}

export function badEscape(source: Source, sign: Span, value: Span, text: string): void {
  const message = say`A backslash has a meaning of its own between double quotes, and ${source.text.slice(sign.start, sign.end)} has none. We read it as written; other tools will not. Double the backslash, or use single quotes.`;
  add(source, sign, message, { recovered: true, fix: replaceFix(say`Quote it safely`, value, yamlQuoted(text)) });
}

export function unclosedFlow(source: Source, end: number, closers: string): void {
  const message = closers.startsWith("}")
    ? say`This group is never closed. Put "${closers}" behind its last entry.`
    : say`This list is never closed. Put "${closers}" behind its last entry.`;
  const edits = [{ span: { start: end, end }, newText: closers }];
  add(source, { start: end - 1, end }, message, { recovered: false, fix: { title: say`Add "${closers}"`, edits } });
}

export function missingComma(source: Source, at: number, between: Span): void {
  add(source, { start: at, end: at + 1 }, say`A comma is missing before this entry. Put one there.`, {
    recovered: true,
    fix: replaceFix(say`Add the comma`, between, ", "),
  });
}

export function extraComma(source: Source, comma: Span, gap: Span): void {
  const message = say`Nothing stands before this comma. Remove it, or write the missing entry.`;
  add(source, comma, message, { recovered: true, fix: replaceFix(say`Remove the comma`, gap, "") });
}

export function strayCloser(source: Source, at: number): void {
  const span = { start: at, end: at + 1 };
  const message = say`This ${named(source.text[at]!)} closes nothing. Remove it.`;
  add(source, span, message, { recovered: true, fix: replaceFix(say`Remove it`, span, "") });
}

export function textBehindFlow(source: Source, trailing: Span): void {
  add(source, trailing, say`This text stands behind the end of a list, where nothing can follow. Remove it.`, {
    recovered: false,
    fix: replaceFix(say`Remove it`, trailing, ""),
  });
}

export function unknownAlias(source: Source, value: Span, text: string): void {
  const message = say`A value that starts with "*" repeats another one, and no other is named like this. We read it as text; other tools will not. ${QUOTE_IT}`;
  const sign = { start: value.start, end: value.start + 1 };
  add(source, sign, message, { recovered: true, fix: quoteFix(source.text, value, text) });
}

export function tooDeep(source: Source, at: Span): void {
  source.tooDeep = true;
  add(source, at, say`Values are nested too deeply here to be read. Make the nesting shallower.`, { recovered: false });
}

/** Where only the library knows that something is wrong. */
export function unreadable(source: Source, error: Span): void {
  // The library points behind the end where something is missing there.
  const last = source.lines.findLast(({ from, end }) => from < end);
  const start = Math.min(error.start, Math.max(0, (last?.end ?? 1) - 1));
  const span = { start, end: Math.max(start + 1, Math.min(error.end, last?.end ?? error.end)) };
  add(
    source,
    span,
    say`This line cannot be read. Look for a missing quote, bracket or comma, or put quotes around the value.`,
    {
      recovered: false,
    },
  );
}

// The shape of the block: lines rather than values.

export function missingSpace(source: Source, colon: number, name: string, gap: Span): void {
  const message = say`A space is missing behind this colon. We read ${named(name)} as a field; other tools will not. Put a space there.`;
  add(source, gap.start === gap.end ? { start: colon, end: colon + 1 } : gap, message, {
    recovered: true,
    structural: true,
    fix: replaceFix(say`Add the space`, gap, " "),
  });
}

export function halfTyped(source: Source, name: Span): void {
  const text = source.text.slice(name.start, name.end);
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const message = say`${named(shown)} is not a field yet. Put a colon behind the name, and its value behind the colon.`;
  const edits = [{ span: { start: name.end, end: name.end }, newText: ":" }];
  const fix = HALF_TYPED_NAME.test(text) ? { title: say`Add a colon`, edits } : undefined;
  add(source, name, message, { recovered: false, structural: true, fix });
}

const HALF_TYPED_NAME = /^[\p{L}_](?:[\p{L}\p{N} _./-]{0,38}[\p{L}\p{N}_])?$/u;

export function missingDash(source: Source, item: Span): void {
  const edits = [{ span: { start: item.start, end: item.start }, newText: "- " }];
  add(source, item, say`Every entry of a list starts with "- ". Put it in front of this line.`, {
    recovered: false,
    structural: true,
    fix: { title: say`Add "- "`, edits },
  });
}

export function oddIndent(source: Source, blanks: Span, edits: readonly TextEdit[]): void {
  const message = say`A tab or a special space indents this line, where only ordinary spaces count. We read it all the same; other tools will not. Use spaces.`;
  add(source, blanks, message, { recovered: true, structural: true, fix: { title: say`Indent with spaces`, edits } });
}

export function wrongIndent(
  source: Source,
  span: Span,
  what: "field" | "entry",
  sure: boolean,
  edits: readonly TextEdit[],
): void {
  const message =
    what === "field"
      ? say`This line is indented differently from its neighbours. We read it as a field of its own; other tools will not. Line it up with them.`
      : say`This line is indented differently from its neighbours. We read it as one more entry of the list; other tools will not. Line it up with them.`;
  add(source, span, message, { recovered: sure, structural: true, fix: { title: say`Line it up`, edits } });
}

export function listBelowValue(source: Source, dash: Span, edits: readonly TextEdit[] | undefined): void {
  const message = say`This list continues a value that stands beside its name. We read all of it as one list; other tools will not. Move the first value into the list.`;
  const fix = edits && { title: say`Move the first value into the list`, edits };
  add(source, dash, message, { recovered: true, structural: true, fix });
}

export function listOnKeyLine(source: Source, dash: Span, edits: readonly TextEdit[]): void {
  const message = say`A list starts on a line of its own. We read this as a list; other tools will not. Move it below the name.`;
  add(source, dash, message, {
    recovered: true,
    structural: false,
    fix: { title: say`Move it to its own line`, edits },
  });
}

export function ownerlessList(source: Source, dash: Span): void {
  add(source, dash, say`This list belongs to no field. Write the name of its field and a colon above it.`, {
    recovered: false,
    structural: true,
  });
}

export function duplicateKey(source: Source, key: Span, name: string, remove: Span): void {
  source.found.push({
    structural: true,
    certain: false,
    flaw: {
      rule: "duplicate-key",
      span: key,
      message: say`${named(name)} is given twice; the first one counts. Remove one of the two.`,
      recovered: false,
      fix: replaceFix(say`Remove the spare ${named(name)}`, remove, ""),
    },
  });
}

export function conflict(source: Source, marker: Span, remove: readonly Span[] | undefined): void {
  const message = say`Two versions were merged here and nobody chose. We read the first one; keep one of them and remove the marks.`;
  const edits = remove?.map((span) => ({ span, newText: "" }));
  const fix = edits && { title: say`Keep the first version`, edits };
  add(source, marker, message, { recovered: false, structural: true, fix });
}

const QUOTE_IT = say`Put quotes around it.`;

interface Rest {
  readonly recovered: boolean;
  readonly structural?: boolean;
  readonly certain?: boolean;
  readonly fix?: { readonly title: Words; readonly edits: readonly TextEdit[] };
}

function add(source: Source, span: Span, message: Words, rest: Rest): void {
  const { recovered, structural = false, certain = false, fix } = rest;
  const flaw = { rule: source.rule, span, message, recovered, ...(fix && { fix }) };
  source.found.push({ structural, certain, flaw });
}

/** Two quotes where nothing between them needs care, else the whole value anew. */
function quoteFix(source: string, value: Span, text: string): NonNullable<Rest["fix"]> {
  const quoted = yamlQuoted(text);
  const title = say`Put quotes around it`;
  if (source.slice(value.start, value.end) !== quoted.slice(1, -1)) return replaceFix(title, value, quoted);
  const quote = quoted[0]!;
  return {
    title,
    edits: [
      { span: { start: value.start, end: value.start }, newText: quote },
      { span: { start: value.end, end: value.end }, newText: quote },
    ],
  };
}

function replaceFix(title: Words, span: Span, newText: string): NonNullable<Rest["fix"]> {
  return { title, edits: [{ span, newText }] };
}

function named(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}
