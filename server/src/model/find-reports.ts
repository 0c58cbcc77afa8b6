import type { Span } from "../base/span.ts";
import type { Markdown } from "../syntax/markdown-tree.ts";

/**
 * A report in a document: `<!-- throughline: kpis where:"owner:ana" -->`, what was written below it by us, and
 * `<!-- /throughline -->`. Or a comment that was meant to be one end of it.
 */
export interface FoundReport {
  readonly state: ReportState;
  /** The comment in front; of a stray end that one. */
  readonly comment: Span;
  /** What the comment asks for, word by word. */
  readonly words: readonly ReportWord[];
  /** From the end of the line of the first comment to the second; only of one that is whole. */
  readonly content: Span | undefined;
}

/**
 * `unclosed`: no end follows before the next one begins. `stray`: an end without a beginning. `misplaced`: not on a line of
 * its own, or inside a list, a quote or other HTML, where no table can follow.
 */
export type ReportState = (typeof reportStates)[number];
export const reportStates = ["whole", "unclosed", "stray", "misplaced"] as const;

/** `by:timeline`, `where:"owner:ana"`, or `kpis` alone. */
export interface ReportWord {
  readonly name: { readonly text: string; readonly span: Span } | undefined;
  /** Without its quotes. */
  readonly value: { readonly text: string; readonly span: Span };
  /** A quote that does not end. */
  readonly isOpen: boolean;
}

/** Every report in a text, by place; code is none of ours, and what stands inside a report neither. */
export function findReports(text: string, markdown: Markdown): readonly FoundReport[] {
  const reports: FoundReport[] = [];
  let open: { readonly comment: Span; readonly words: readonly ReportWord[] } | undefined;
  const close = (state: ReportState, content?: Span): void => {
    if (open !== undefined) reports.push({ state, ...open, content });
    open = undefined;
  };
  for (const { span: comment } of markdown.comments) {
    const mark = markOf(text, comment);
    if (mark === undefined) continue;
    const place = isAlone(text, comment, markdown) ? undefined : "misplaced";
    if (mark.type === "end") {
      if (place === undefined && open !== undefined)
        close("whole", { start: lineEnd(text, open.comment.end), end: comment.start });
      else reports.push({ state: place ?? "stray", comment, words: [], content: undefined });
    } else {
      close("unclosed");
      const words = wordsIn(text, mark.words);
      if (place === undefined) open = { comment, words };
      else reports.push({ state: place, comment, words, content: undefined });
    }
  }
  close("unclosed");
  return reports.sort((a, b) => a.comment.start - b.comment.start);
}

/** A document without what was written by us, which says nothing that the plan does not say already. */
export function withoutReports(markdown: Markdown, reports: readonly FoundReport[]): Markdown {
  const hidden = reports.flatMap(({ content }) => (content === undefined ? [] : [content]));
  if (hidden.length === 0) return markdown;
  const isSeen = ({ span }: { readonly span: Span }): boolean => {
    const around = hidden[firstAfter(hidden, span.start, ({ start }) => start) - 1];
    return around === undefined || span.start >= around.end;
  };
  return {
    blocks: markdown.blocks.filter(isSeen),
    links: markdown.links.filter(isSeen),
    definitions: markdown.definitions.filter(isSeen),
    wikilinks: markdown.wikilinks.filter(isSeen),
    mentions: markdown.mentions.filter(isSeen),
    comments: markdown.comments.filter(isSeen),
    htmlAnchors: markdown.htmlAnchors.filter(isSeen),
    placeholders: markdown.placeholders.filter(isSeen),
  };
}

type Mark = { readonly type: "start"; readonly words: Span } | { readonly type: "end" };

/** What a comment is to us; undefined for all others. */
function markOf(text: string, { start, end }: Span): Mark | undefined {
  const inner = { start: start + 4, end: end - 3 };
  if (!text.startsWith("<!--", start) || !text.startsWith("-->", inner.end)) return undefined;
  const head = text.slice(inner.start, Math.min(inner.end, inner.start + 40));
  if (/^\s*\/throughline\s*$/.test(head) && inner.end - inner.start <= 40) return { type: "end" };
  const name = /^\s*throughline:/.exec(head);
  return name === null ? undefined : { type: "start", words: { start: inner.start + name[0].length, end: inner.end } };
}

/** On lines of its own, other comments behind it left aside, and at the top of the document. */
function isAlone(text: string, { start, end }: Span, { blocks }: Markdown): boolean {
  let line = start;
  while (line > start - 4 && text[line - 1] === " ") line--;
  if (line > 0 && text[line - 1] !== "\n" && text[line - 1] !== "\ufeff") return false;
  // Somebody who writes very much behind a comment does not mean a report.
  const rest = text.slice(end, end + longestRest);
  const last = rest.indexOf("\n");
  if (last < 0 && end + longestRest < text.length) return false;
  if (!/^\s*(?:<!--(?:(?!-->).)*-->\s*)*$/.test(last < 0 ? rest : rest.slice(0, last))) return false;
  const around = blocks[firstAfter(blocks, start, ({ span }) => span.start) - 1];
  return around?.type === "html" && around.depth === 0 && around.span.start >= line;
}

const longestRest = 1_000;

/** Where the line of an offset ends, before its break. */
function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  if (newline < 0) return text.length;
  return text[newline - 1] === "\r" && newline > offset ? newline - 1 : newline;
}

/** The number of the first of several things, which are in order, that starts behind an offset. */
function firstAfter<One>(all: readonly One[], offset: number, startOf: (one: One) => number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(all[middle]!) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const word = /(?:([A-Za-z][\w-]*):)?(?:"([^"]*)("|$)|'([^']*)('|$)|([^\s"']*))/y;

/** `kpis where:"owner:ana" by:` in three words; a sign that begins none is a word of its own. */
function wordsIn(text: string, { start, end }: Span): readonly ReportWord[] {
  const words: ReportWord[] = [];
  const asked = text.slice(start, end).trimEnd();
  for (let at = 0; at < asked.length; ) {
    if (/\s/.test(asked[at]!)) {
      at++;
      continue;
    }
    word.lastIndex = at;
    const [all = "", name, double, doubleEnd, single, singleEnd, bare] = word.exec(asked) ?? [];
    const quoted = double ?? single;
    const value = quoted ?? (all === "" ? asked[at]! : (bare ?? ""));
    const first = start + at + (name === undefined ? 0 : name.length + 1) + (quoted === undefined ? 0 : 1);
    words.push({
      name: name === undefined ? undefined : { text: name, span: { start: start + at, end: start + at + name.length } },
      value: { text: value, span: { start: first, end: first + value.length } },
      isOpen: quoted !== undefined && (double === undefined ? singleEnd : doubleEnd) === "",
    });
    at += Math.max(1, all.length);
  }
  return words;
}
