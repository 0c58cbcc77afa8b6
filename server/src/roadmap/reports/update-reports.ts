import { say, type Words } from "../../base/say.ts";
import type { Span, TextEdit } from "../../base/span.ts";
import { type FoundReport, findReports } from "../../model/find-reports.ts";
import { readFrontmatter } from "../../syntax/frontmatter.ts";
import { readMarkdown } from "../../syntax/markdown.ts";
import type { Query } from "../../workspace/query.ts";
import type { AskProblem } from "../../workspace/reports/ask.ts";
import { readAsk, stateWords } from "../../workspace/reports/read-ask.ts";
import { type ReportSources, renderReport } from "./render-report.ts";

/** A report in a text. */
export interface TextReport {
  /** Its comments and all between them; of a broken one the comment. */
  readonly whole: Span;
  /** What would make it true again; undefined where it is, and where it cannot be written. */
  readonly edit: TextEdit | undefined;
  /** What is wrong with it, and where. */
  readonly problems: readonly { readonly span: Span; readonly message: Words }[];
}

/**
 * The reports in a text, by place, each with the change that it needs; those that nobody means stay as they are, as does
 * everything outside of them.
 */
export function updateReports(
  text: string,
  sources: ReportSources,
  isMeant: (start: number) => boolean = () => true,
): readonly TextReport[] {
  return reportsIn(text).map((found): TextReport => {
    const { state, comment, content, words } = found;
    const { ask, problems } = readAsk(words, sources.query);
    if (state !== "whole" || content === undefined || ask === undefined) {
      const wrong = state === "whole" ? [] : [{ span: comment, message: stateWords(state) }];
      const more = state === "stray" ? [] : problems.map((one) => ({ span: spanOf(one, found), message: one.message }));
      return { whole: comment, edit: undefined, problems: [...wrong, ...more] };
    }
    const whole = { start: comment.start, end: text.indexOf("-->", content.end) + 3 };
    if (!isMeant(whole.start)) return { whole, edit: undefined, problems: [] };
    const body = renderReport(ask, sources);
    if (body === undefined)
      return { whole, edit: undefined, problems: [{ span: comment, message: say`Nobody remembers how it was here.` }] };
    const eol = text.startsWith("\r\n", content.start) ? "\r\n" : "\n";
    return { whole, edit: smallest(text, content, `\n\n${body}\n`.replaceAll("\n", eol)), problems: [] };
  });
}

function spanOf({ word, part, span }: AskProblem, { comment, words }: FoundReport): Span {
  const said = word === undefined ? undefined : words[word];
  if (said === undefined) return comment;
  if (part === "name") return said.name?.span ?? said.value.span;
  const { start } = said.value.span;
  return span === undefined ? said.value.span : { start: start + span.start, end: start + span.end };
}

/** Where the reports stand that can be written without asking git; nothing is written for that. */
export function writableReports(text: string, query: Query): readonly Span[] {
  return reportsIn(text).flatMap(({ state, comment, content, words }) => {
    const { ask } = readAsk(words, query);
    const isWritable = state === "whole" && content !== undefined && ask !== undefined && ask.name !== "changes";
    return isWritable ? [{ start: comment.start, end: text.indexOf("-->", content.end) + 3 }] : [];
  });
}

/** The revisions that the reports in a text tell from: whoever asks git does that before. */
export function sinceIn(text: string, query: Query): readonly string[] {
  return reportsIn(text).flatMap(({ words }) => {
    const { ask } = readAsk(words, query);
    return ask?.name === "changes" ? [ask.since] : [];
  });
}

/** Whether a text may hold reports at all: quick, for those who look at every file. */
export function mayHoldReports(text: string): boolean {
  return text.includes("throughline:") && text.includes("<!--");
}

function reportsIn(text: string): readonly FoundReport[] {
  if (!mayHoldReports(text)) return [];
  return findReports(text, readMarkdown(text, readFrontmatter(text).bodyStart));
}

/** Only the lines that differ; undefined where none do. */
function smallest(text: string, { start, end }: Span, newText: string): TextEdit | undefined {
  const old = text.slice(start, end);
  if (old === newText) return undefined;
  let same = 0;
  for (let at = 0; at < Math.min(old.length, newText.length) && old[at] === newText[at]; at++)
    if (old[at] === "\n") same = at + 1;
  let left = 0;
  const most = Math.min(old.length, newText.length) - same;
  for (let at = 1; at <= most && old[old.length - at] === newText[newText.length - at]; at++)
    if (old[old.length - at - 1] === "\n") left = at;
  return { span: { start: start + same, end: end - left }, newText: newText.slice(same, newText.length - left) };
}
