import { say, tell } from "../../base/say.ts";
import { nextId } from "../../edits/next-id.ts";
import { asSnippet, asText, piecesOf } from "../../edits/stops.ts";
import { kindWord } from "../../model/kind-words.ts";
import { isRequirementId } from "../../model/requirement-id.ts";
import type { SchemaKind } from "../../model/schema.ts";
import type { Query } from "../../workspace/query.ts";
import type { Asker } from "./asker.ts";
import type { Candidate } from "./candidate.ts";

/** A whole item of a kind as an entry of a list in the block; `column` is where its keys stand. */
export function newEntry(kind: SchemaKind, column: number, asker: Asker): Candidate | undefined {
  const { query } = asker.project;
  const id = freeId(kind, asker);
  if (id === undefined) return undefined;
  const lines = [`id: ${id}`, ...entryLines(kind, query)];
  return candidate(id, kind, lines.join(`\n${" ".repeat(column)}`), query);
}

/** A whole item of a kind as a section of the text; undefined where the kind has no ids. */
export function newSection(kind: SchemaKind, level: number, asker: Asker): Candidate | undefined {
  const { query } = asker.project;
  const id = freeId(kind, asker);
  if (id === undefined) return undefined;
  const title = `«${titles[kind.base] ?? `New ${tell(kindWord(query.config.schema, kind.name))}`}»`;
  const fields = sectionFields[kind.base] ?? ["Owner: «tbd»"];
  const lines = [
    `${"#".repeat(level)} ${id}: ${title}`,
    "",
    ...fields.map((field) => `- ${withToday(field, query)}`),
    "",
  ];
  return candidate(id, kind, kind.base === "requirement" ? requirementLine(id) : lines.join("\n"), query);
}

/** What stands behind a free id where an item begins with one: in a heading, a list entry or a table. */
export function newIdWords(id: string, text: string): Pick<Candidate, "insert" | "snippet"> {
  const pieces = piecesOf(`${id}${text}`);
  return { insert: asText(pieces), snippet: asSnippet(pieces) };
}

/** The next free id: of the project with its other branches, for a requirement of its document. */
export function freeId(
  kind: SchemaKind,
  { project, path, taken }: Asker,
  prefix = kind.prefixes[0],
): string | undefined {
  const { query } = project;
  const file = project.summary(path);
  if (prefix === undefined || file === undefined) return undefined;
  if (kind.base !== "requirement") return nextId(query, prefix, taken());
  let highest = 0;
  for (const { id } of file.items) {
    if (id === undefined || !isRequirementId(query.config.schema, id) || !id.startsWith(`${prefix}-`)) continue;
    highest = Math.max(highest, Number(id.slice(prefix.length + 1)));
  }
  return `${prefix}-${highest + 1}`;
}

function candidate(id: string, kind: SchemaKind, text: string, query: Query): Candidate {
  const word = kindWord(query.config.schema, kind.name);
  const pieces = piecesOf(text);
  return {
    label: id,
    title: say`New ${word}`,
    insert: asText(pieces),
    snippet: asSnippet(pieces),
    filter: `${id} ${kind.name} ${kind.synonyms.join(" ")}`,
    type: "new",
  };
}

function requirementLine(id: string): string {
  return `- [ ] **${id}:** «What must be true when this is done.»`;
}

/** What tells a new item from others, and what it is asked for as long as the item around it does not say it. */
function entryLines(kind: SchemaKind, query: Query): readonly string[] {
  const title = `title: «${titles[kind.base] ?? `New ${tell(kindWord(query.config.schema, kind.name))}`}»`;
  return [title, ...(entryFields[kind.base] ?? []).map((field) => withToday(field, query))];
}

function withToday(field: string, { today }: Query): string {
  return field.replace("TODAY", today);
}

const titles: Readonly<Record<string, string>> = {
  vision: "Where the product is going",
  goal: "An outcome to reach",
  kpi: "What is counted",
  feature: "What people can do",
  prd: "What people can do",
  requirement: "What must be true when this is done",
  audience: "Who they are",
  insight: "What we learned",
  launch: "What people hear of",
  decision: "What we decided",
};

const entryFields: Readonly<Record<string, readonly string[]>> = {
  goal: ["status: «draft|planned|active»"],
  kpi: ["baseline: «tbd»", "target: «tbd»"],
  feature: ["status: «idea|planned|in-progress»"],
  prd: ["status: «draft|planned|in-progress»"],
  audience: ["size: «tbd»"],
  insight: ["source: «tbd»", "date: «TODAY»"],
  launch: ["status: «draft|planned|in-progress»"],
  decision: ["status: «proposed|accepted|rejected»", "date: «TODAY»"],
};

const sectionFields: Readonly<Record<string, readonly string[]>> = {
  vision: ["Owner: «tbd»", "KPIs: «tbd»"],
  goal: ["Owner: «tbd»", "Status: «draft|planned|active»", "KPIs: «tbd»"],
  kpi: ["Owner: «tbd»", "Baseline: «tbd»", "Target: «tbd»"],
  feature: ["Owner: «tbd»", "Status: «idea|planned|in-progress»", "Timeframe: «tbd»", "KPIs: «tbd»"],
  prd: ["Owner: «tbd»", "Status: «draft|planned|in-progress»", "Timeframe: «tbd»", "KPIs: «tbd»"],
  audience: ["Size: «tbd»"],
  insight: ["Source: «tbd»", "Date: «TODAY»"],
  launch: ["Owner: «tbd»", "Status: «draft|planned|in-progress»", "Timeframe: «tbd»"],
  decision: ["Status: «proposed|accepted|rejected»", "Date: «TODAY»", "Decider: «tbd»"],
};
