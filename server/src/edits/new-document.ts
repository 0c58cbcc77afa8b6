import { dirname } from "../base/path.ts";
import { slugOf } from "../base/text.ts";
import type { SchemaKind } from "../model/schema.ts";
import type { Query } from "../workspace/query.ts";
import { nextId } from "./next-id.ts";

/** A document that does not exist yet. */
export interface Draft {
  /** Relative to the project's folder. */
  readonly path: string;
  /** With tab stops, as editors know them: `${1:text}`. */
  readonly snippet: string;
}

/**
 * A new document of a kind, with the next free id, in the folder where the others of its kind lie. What is not known yet
 * is a tab stop; a document that is saved as it stands is a draft that says what is still to come.
 */
export function newDocument(query: Query, kind: SchemaKind, title: string, folder?: string): Draft {
  const prefix = kind.prefixes[0];
  const id = prefix === undefined ? undefined : nextId(query, prefix);
  const place = folder ?? folderOf(query, kind);
  const name = freeName(slugOf(title) || kind.name, place, query);
  // Where KPIs have ids, a new document links to them; before there are any, it says in a table what it is measured by.
  const measured =
    kind.base === "prd" && !query.items().some(({ item }) => item.base === "kpi" && item.id !== undefined);
  const body =
    kind.base === "prd" ? [problem, measured ? metrics : "", requirements] : kind.base === "feature" ? [purpose] : [];
  const lines = [
    "---",
    `type: ${kind.name}`,
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...fieldLines(kind, measured),
    "---",
    "",
    // The heading is the title: said twice, one of the two would be out of date one day.
    `# ${escaped(title)}`,
    ...body.filter((part) => part !== "").flatMap((part) => ["", part]),
  ];
  return { path: place === "" ? name : `${place}/${name}`, snippet: `${lines.join("\n")}$0\n` };
}

/** The fields that the kind is asked for, each with a tab stop. */
function fieldLines(kind: SchemaKind, measured: boolean): readonly string[] {
  const inBody = ["owner", "target", "title", ...(measured ? ["kpis"] : [])];
  const names = ["owner", "status", ...kind.required.filter((name) => !inBody.includes(name))];
  if (kind.base === "kpi") names.push("baseline", "target");
  return [...new Set(names)].map((name, at) => `${name}: \${${at + 1}:${name === "status" ? "draft" : "tbd"}}`);
}

const problem = `## Problem

\${20:What hurts, whom, and how do we know?}`;

const metrics = `## Success metrics

| Metric | Baseline | Target |
|---|---|---|
| \${21:TBD} | \${22:tbd} | \${23:tbd} |`;

const requirements = `## Requirements

- [ ] **FR-1:** \${24:What must be true.}`;

const purpose = `\${20:What somebody can do once it is there.}`;

/** Where most documents of the kind lie; a folder named after it, beside what there is, for the first one. */
function folderOf(query: Query, kind: SchemaKind): string {
  const counts = new Map<string, number>();
  for (const { file, item } of query.items()) {
    if (item.site !== "document" || item.kind !== kind.name) continue;
    const folder = dirname(file.path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  if (most !== undefined) return most[0] === "." ? "" : most[0];
  return query.items().length === 0 ? "" : slugOf(kind.plural);
}

function freeName(slug: string, folder: string, query: Query): string {
  const taken = (name: string): boolean => query.exists(folder === "" ? name : `${folder}/${name}`) === true;
  let name = `${slug}.md`;
  for (let n = 2; taken(name); n++) name = `${slug}-${n}.md`;
  return name;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
