import { nearest } from "../../base/nearest.ts";
import { allOf, anyOf, say, type Words } from "../../base/say.ts";
import type { Span } from "../../base/span.ts";
import { groupNamed } from "../../model/config-views.ts";
import type { ReportState } from "../../model/find-reports.ts";
import { canonicalName } from "../../model/schema.ts";
import { groupWords, sortWords } from "../../model/view-words.ts";
import type { Query } from "../query.ts";
import { readWhere } from "../where/read-where.ts";
import {
  type AskProblem,
  itemColumns,
  kpiColumns,
  type ReportAsk,
  type ReportName,
  reportNames,
  reportWords,
} from "./ask.ts";

/** A word of a comment, wherever it stands. */
export interface AskWord {
  readonly name: { readonly text: string } | undefined;
  readonly value: { readonly text: string };
  readonly isOpen: boolean;
}

export interface AskReading {
  /** Undefined where something is wrong: half of a report would be a wrong one. */
  readonly ask: ReportAsk | undefined;
  readonly problems: readonly AskProblem[];
}

const names = reportNames.map(code);

/** What `kpis where:"owner:ana" fields:title,target` asks for, in the words of a project. */
export function readAsk(words: readonly AskWord[], query: Query): AskReading {
  const problems: AskProblem[] = [];
  const [first, ...more] = words;
  if (first === undefined)
    return failed({
      word: undefined,
      part: "value",
      message: say`Say which report is to be kept here: ${anyOf(names)}.`,
    });
  const name = reportNames.find((one) => first.name === undefined && one === first.value.text);
  if (name === undefined) {
    const written = first.name?.text ?? first.value.text;
    const meant = nearest(written, [...reportNames]);
    const message = say`There is no report “${written}”. There are ${allOf(names)}.`;
    return failed({ word: 0, part: first.name === undefined ? "value" : "name", message, meant });
  }
  const said = new Map<string, string>();
  for (const [at, word] of more.entries()) readWord(word, at + 1, name, said, problems, query);
  if (name === "changes" && !said.has("since") && problems.length === 0)
    problems.push({ word: 0, part: "value", message: say`Say since when: since:v1.2 or since:2026-10-01.` });
  return { ask: problems.length > 0 ? undefined : askOf(name, said, query), problems };
}

function failed(problem: AskProblem): AskReading {
  return { ask: undefined, problems: [problem] };
}

/** As it is written, in any language. */
function code(word: string): string {
  return `\`${word}\``;
}

function readWord(
  { name, value, isOpen }: AskWord,
  word: number,
  report: ReportName,
  said: Map<string, string>,
  problems: AskProblem[],
  query: Query,
): void {
  const wrong = (part: AskProblem["part"], message: Words, meant?: string, span?: Span): void => {
    problems.push({ word, part, message, meant, span });
  };
  const known = reportWords[report];
  const written = name?.text ?? value.text;
  const key = written.toLowerCase();
  // `done` alone says all that there is to say.
  const isSwitch = name === undefined && key === "done";
  if (!known.includes(key) || (name === undefined && !isSwitch)) {
    const meant = nearest(written, [...known]);
    const part = name === undefined ? "value" : "name";
    wrong(part, say`A report on ${code(report)} takes ${anyOf(known.map(code))}, not “${written}”.`, meant);
    return;
  }
  const isTwice = said.has(key);
  said.set(key, isSwitch ? "yes" : value.text.trim());
  if (isTwice) wrong(name === undefined ? "value" : "name", say`“${written}” is said twice.`);
  else if (isOpen) wrong("value", say`This quote has no end.`);
  else if (isSwitch) return;
  else if (value.text.trim() === "") wrong("name", say`Nothing stands behind “${written}:”.`);
  else if (key === "where") {
    for (const { span, message, meant } of readWhere(value.text, query).problems) wrong("value", message, meant, span);
  } else if (key === "fields") checkFields(value.text, report, query, wrong);
  else if (key === "by") checkGroup(value.text, query, wrong);
  else if (key === "sort") checkOne(value.text, sortWords, wrong);
  else if (key === "view") checkView(value.text, query, wrong);
  else if (key === "format") checkOne(value.text, ["table", "mermaid"], wrong);
  else if (key === "done") checkOne(value.text, ["yes", "no"], wrong);
}

type Wrong = (part: AskProblem["part"], message: Words, meant?: string, span?: Span) => void;

function checkOne(text: string, known: readonly string[], wrong: Wrong): void {
  if (known.includes(text.trim().toLowerCase())) return;
  wrong("value", say`“${text}” is none of ${anyOf(known.map(code))}.`, nearest(text, [...known]));
}

function checkGroup(text: string, { config: { schema } }: Query, wrong: Wrong): void {
  if (groupNamed(text.trim(), schema) !== undefined) return;
  const fields = [...schema.kinds.values()].flatMap((kind) => kind.fields.map(({ name }) => name));
  const meant = nearest(text, [...groupWords, ...fields]);
  wrong("value", say`The roadmap cannot be grouped by “${text}”.`, meant);
}

function checkView(text: string, query: Query, wrong: Wrong): void {
  if (viewNamed(text, query) !== undefined) return;
  const meant = nearest(
    text,
    query.config.views.map(({ name }) => name),
  );
  wrong("value", say`throughline.yaml has no view “${text}”.`, meant);
}

function viewNamed(text: string, { config: { views } }: Query) {
  const wanted = text.trim().toLowerCase();
  return views.find(({ name }) => name === text.trim()) ?? views.find(({ name }) => name.toLowerCase() === wanted);
}

function checkFields(text: string, report: ReportName, query: Query, wrong: Wrong): void {
  const known = reportFields(report, query);
  for (const { 0: written, index } of text.matchAll(/[^,]+/g)) {
    const field = written.trim();
    if (field === "" || known.has(canonicalName(field))) continue;
    const start = index + written.indexOf(field);
    wrong("value", say`There is no field “${field}”.`, nearest(field, [...known]), {
      start,
      end: start + field.length,
    });
  }
}

/** What may be a column of a report, aliases too. */
function reportFields(report: ReportName, { config }: Query): ReadonlySet<string> {
  const own = report === "kpis" ? [...itemColumns, ...kpiColumns] : itemColumns;
  return new Set([...own, ...[...config.schema.kinds.values()].flatMap(({ fieldNames }) => [...fieldNames.keys()])]);
}

/** What is said in the comment goes before what a view says. */
function askOf(name: ReportName, said: ReadonlyMap<string, string>, query: Query): ReportAsk {
  const view = said.has("view") ? viewNamed(said.get("view")!, query) : undefined;
  const fields = said
    .get("fields")
    ?.split(",")
    .map((field) => field.trim())
    .filter((field) => field !== "");
  return {
    name,
    by: groupNamed(said.get("by") ?? "", query.config.schema) ?? view?.group ?? groupWords[0],
    sort: said.get("sort")?.toLowerCase() ?? view?.sort,
    where: said.get("where") ?? view?.where ?? "",
    fields,
    format: said.get("format")?.toLowerCase() === "mermaid" ? "mermaid" : "table",
    done: said.has("done") ? said.get("done")!.toLowerCase() === "yes" : view?.done === true,
    since: said.get("since") ?? "",
  };
}

/** What is wrong with a report that is not whole. */
export function stateWords(state: Exclude<ReportState, "whole">): Words {
  return states[state];
}

const states: Readonly<Record<Exclude<ReportState, "whole">, Words>> = {
  unclosed: say`This report has no end: write <!-- /throughline --> on a line of its own, where it is to end.`,
  stray: say`No report begins above this end: take it out, or write <!-- throughline: roadmap --> where one is to begin.`,
  misplaced: say`A report stands on lines of its own, outside of lists, quotes and HTML: move this comment there.`,
};
