import { withoutSpare } from "../base/spare.ts";
import type { Config } from "../model/config.ts";
import { type Item, type Summary, siteStrength } from "../model/summary.ts";
import { type Bearer, nameKey, strongestOf } from "./contributions.ts";
import type { Graph } from "./graph.ts";
import type { Found } from "./query.ts";
import { isItself, mayStandFor } from "./stands-for.ts";
import type { Knot, Tie, WrittenTie } from "./tie.ts";
import { viaEdge, writtenLinks } from "./written-ties.ts";

/** What a file says about edges, and which of its items it defines. */
export interface FileTies {
  readonly knots: Knot[];
  ties: readonly Tie[];
  defines: readonly Found[];
}

/** What decides which items a file defines: who else claims their ids, and what stands there. */
export interface AllTies {
  readonly graph: Graph;
  readonly config: Config;
  readonly files: ReadonlyMap<string, FileTies>;
}

/** What a file says of one edge, before it is known where that leads. */
export interface Written extends WrittenTie {
  readonly holder: Knot;
  readonly at: number;
  /** What stands inside; undefined for a link that is written. */
  readonly inner: Knot | undefined;
}

/** Whether a tie is the one that is written there still. */
export function isSame(tie: Tie, { holder, name, inverse, link, at }: Written): boolean {
  return (
    tie.holder === holder &&
    tie.name === name &&
    tie.inverse === inverse &&
    tie.at === at &&
    (tie.link === undefined) === (link === undefined)
  );
}

export function definitionsIn({ items }: Summary, { knots }: FileTies, { graph, config }: AllTies): readonly Found[] {
  const defines: Found[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    if (isItself(item, config) || claimOf(item, graph)?.strength === siteStrength[item.site])
      defines.push(knots[at]!.found);
  }
  return withoutSpare(defines);
}

/** The links of a file's items, then those that standing inside makes. */
export function writtenIn(file: Summary, { knots, defines }: FileTies, all: AllTies): readonly Written[] {
  const { schema } = all.config;
  const written: Written[] = [];
  for (const { index } of defines) {
    const holder = knots[index]!;
    for (const { name, inverse, link, field } of writtenLinks(file, index, schema))
      written.push({ name, inverse, link, field, holder, at: written.length, inner: undefined });
  }
  const isDefinition = defines.length === file.items.length ? undefined : new Set(defines);
  for (let index = 0; index < file.items.length; index++) {
    const item = file.items[index]!;
    const around = item.container === undefined ? undefined : knots[item.container];
    // A container that only speaks of an item holds nothing.
    if (around === undefined || isDefinition?.has(around.found) === false) continue;
    const edge = viaEdge(item, around.found.item, schema);
    const knot = edge && standsFor(knots[index]!, item, all);
    if (edge === undefined || knot === undefined) continue;
    const { name, outward } = edge;
    const inverse = !outward;
    written.push({ name, inverse, link: undefined, field: undefined, holder: around, at: index, inner: knot });
  }
  return written;
}

function standsFor(knot: Knot, item: Item, { graph, config, files }: AllTies): Knot | undefined {
  const claim = isItself(item, config) ? undefined : claimOf(item, graph);
  if (claim === undefined || claim.strength === siteStrength[item.site]) return knot;
  return mayStandFor(item) ? files.get(claim.first.path)?.knots[claim.first.index] : undefined;
}

/** Who claims the id of an item with the most right. */
function claimOf({ key }: Item, graph: Graph): ReturnType<typeof strongestOf> {
  return strongestOf(graph.list(nameKey(key)) as readonly Bearer[], "id");
}
