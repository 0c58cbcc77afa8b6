import { dirname, relativePath } from "../../base/path.ts";
import type { Found, Query } from "../../workspace/query.ts";
import type { ReportAsk } from "../../workspace/reports/ask.ts";
import { readWhere } from "../../workspace/where/read-where.ts";
import type { PlanChange } from "../changes/change.ts";
import { changesMarkdown } from "../changes/changes-markdown.ts";
import { kpiRows } from "../kpi-rows.ts";
import { type ProblemsOf, problemMarks } from "../problem-marks.ts";
import { type Plan, planOf } from "../project-plan.ts";
import { traceOf } from "../trace.ts";
import { roadmapTree } from "../tree.ts";
import { itemField, usualFieldsBelow } from "./item-fields.ts";
import { kpiField, kpiTable, usualKpiFields } from "./kpi-table.ts";
import type { Drawing } from "./mermaid.ts";
import { roadmapMermaid } from "./roadmap-mermaid.ts";
import { roadmapTable } from "./roadmap-table.ts";
import { hasRows, optional, type Table } from "./table.ts";
import { type LinkTo, tableMarkdown } from "./table-markdown.ts";
import { traceMermaid } from "./trace-mermaid.ts";
import { traceTable } from "./trace-table.ts";

/** What a report is written from. */
export interface ReportSources {
  readonly query: Query;
  /** The document that the report stands in: links lead from there. */
  readonly path: string;
  readonly problemsOf?: ProblemsOf | undefined;
  /** What has changed since a revision; undefined where nobody can ask git now. */
  readonly changesSince?: ((since: string) => readonly PlanChange[] | undefined) | undefined;
}

/**
 * The Markdown of a report, with line feeds, one at the end; undefined where it cannot be written here. The same plan gives
 * the same text on every machine and in every language, so that it is known when it has become another.
 */
export function renderReport(
  ask: ReportAsk,
  { query, path, problemsOf, changesSince }: ReportSources,
): string | undefined {
  if (ask.name === "changes") {
    const changes = changesSince?.(ask.since);
    return changes && changesMarkdown(changes, ask.since).replace(/^#+ (.*)$/gm, "**$1**");
  }
  const plan = planOf(query);
  const linkTo: LinkTo = ({ file }) => (file.path === path ? undefined : relativePath(dirname(path), file.path));
  const isHit = hitsOf(ask, plan, problemsOf);
  if (ask.name === "kpis") return tableMarkdown(kpisOf(ask, plan, isHit), linkTo);
  if (ask.name === "trace") {
    const trace = traceOf(plan, { showDone: ask.done, ...(isHit && { isHit }) });
    return ask.format === "mermaid"
      ? fenced(traceMermaid(trace), traceTable(trace))
      : tableMarkdown(traceTable(trace), linkTo);
  }
  const tree = roadmapTree(
    query,
    { by: ask.by, filter: ask.where, showDone: ask.done, ...(ask.sort && { sort: ask.sort }) },
    "",
    problemsOf,
  );
  if (ask.format === "mermaid") return fenced(roadmapMermaid(tree), roadmapTable(tree, []));
  const fields = (ask.fields ?? usualFieldsBelow(tree.grouping)).flatMap(
    (name) => itemField(name, query.config.schema) ?? [],
  );
  return tableMarkdown(roadmapTable(tree, ask.fields === undefined ? optional(fields) : fields), linkTo);
}

function hitsOf({ where }: ReportAsk, plan: Plan, problemsOf?: ProblemsOf): ((found: Found) => boolean) | undefined {
  if (where.trim() === "") return undefined;
  return readWhere(where, plan.query, { levelsOf: problemMarks(plan, problemsOf).levels }).matches;
}

function kpisOf({ fields }: ReportAsk, plan: Plan, isHit: ((found: Found) => boolean) | undefined): Table {
  const named = (fields ?? usualKpiFields).flatMap((name) => kpiField(name, plan) ?? []);
  return kpiTable(kpiRows(plan, isHit), plan, fields === undefined ? optional(named) : named);
}

/** As GitHub draws it, and below it in a sentence what is not drawn; where there is nothing, the sentence of the table. */
function fenced({ text, left }: Drawing, table: Table): string {
  if (!hasRows(table)) return tableMarkdown(table);
  return `\`\`\`mermaid\n${text}\`\`\`\n${left === undefined ? "" : `\n${left}\n`}`;
}
