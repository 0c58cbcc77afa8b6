import type { Document } from "../base/document.ts";
import type { TextEdit } from "../base/span.ts";
import { readMetricLine, readTimedLine } from "../model/read-metric-line.ts";
import type { SchemaKind } from "../model/schema.ts";
import type { Item } from "../model/summary.ts";
import { appendItem } from "../syntax/yaml-edit-list.ts";
import type { Query } from "../workspace/query.ts";
import { frontmatterOf } from "./find-map.ts";
import type { ProseLine } from "./lines-about.ts";
import { nextId } from "./next-id.ts";
import { nextLocalId } from "./next-local-id.ts";

/**
 * Makes an item of a line of prose: a KPI or a goal in the block at the top, to which the line links from then on, or a
 * requirement in its place. Title, baseline, target and time are those that the line says plainly.
 *
 *     - Raise conversion from 2.1 % to 3 %     kpis:
 *                                                - id: KPI-4
 *                                                  title: Conversion
 *                                                  baseline: 2.1 %
 *                                                  target: 3 %
 *                                              - KPI-4: Raise conversion from 2.1 % to 3 %
 */
export function makeOfLine(
  document: Document,
  line: ProseLine,
  { kind, items }: { readonly kind: SchemaKind; readonly items: readonly Item[] },
  query: Query,
  taken: Iterable<string> = [],
): readonly TextEdit[] | undefined {
  const definition = kind.fieldNames.get(line.topic);
  const inner = query.config.schema.kinds.get(definition?.to[0] ?? "");
  if (definition?.type !== "link" || inner === undefined) return undefined;
  const at = { start: line.content.start, end: line.content.start };
  if (inner.base === "requirement") {
    const id = nextLocalId(items, prefixOf(line, items, inner));
    return [{ span: at, newText: `${line.isItem ? "" : "- "}**${id}:** ` }];
  }
  const { map } = frontmatterOf(document);
  const prefix = inner.prefixes[0];
  if (map === undefined || prefix === undefined) return undefined;
  const id = nextId(query, prefix, taken);
  const value = { id, ...valuesOf(line, inner, query) };
  const name = map.entries.find(({ key }) => kind.fieldNames.get(key.text) === definition)?.key.text ?? definition.name;
  const order = ["type", ...kind.fields.map((field) => field.name)];
  const edits = appendItem(document.text, map, name, value, order);
  return [...edits, { span: at, newText: `${id}: ` }];
}

function valuesOf({ plain }: ProseLine, { base }: SchemaKind, query: Query): Readonly<Record<string, string>> {
  const { calendar } = query.config;
  if (base === "kpi") return { ...readMetricLine(plain, calendar) };
  const { rest, timeframe } = readTimedLine(plain, calendar);
  return { title: rest, ...(timeframe === undefined ? {} : { timeframe }) };
}

/** The one that the document uses already; for what is no function the one that is meant for that. */
function prefixOf({ heading }: ProseLine, items: readonly Item[], { prefixes, name }: SchemaKind): string {
  const isOther = /\bnon-functional\b/i.test(heading);
  const meant = prefixes.find((prefix) => prefix === (isOther ? "NFR" : "FR"));
  const used = items.flatMap(({ id, kind }) => (kind === name && id !== undefined ? [id.replace(/-\d+$/, "")] : []));
  return meant !== undefined && (isOther || used.length === 0 || used.includes(meant))
    ? meant
    : (used[0] ?? prefixes[0]!);
}
