import { isSame } from "../../workspace/place.ts";
import { itemsOf } from "../../workspace/plan.ts";
import type { Edge, Found, Query } from "../../workspace/query.ts";
import type { Plan } from "../project-plan.ts";

/** An item that a document is about, and the link through which it is seen. */
export interface Part {
  readonly found: Found;
  readonly edge?: Edge;
}

/** What a document is about: what it defines, in its order, then what that is linked with elsewhere. */
export interface DocumentParts {
  /** The document as an item, where it is one. */
  readonly main: Found | undefined;
  readonly defined: readonly Found[];
  readonly goals: readonly Part[];
  readonly features: readonly Part[];
  readonly requirements: readonly Found[];
  readonly kpis: readonly Part[];
}

/** Undefined where the document defines nothing. */
export function documentParts(query: Query, plan: Plan, path: string): DocumentParts | undefined {
  const file = query.file(path);
  const defined = file === undefined ? [] : itemsOf(file, query);
  if (defined.length === 0) return undefined;
  const main = defined.find(({ item }) => item.site === "document");
  const inside = defined.filter((found) => found !== main && plan.has(found));
  const from = main === undefined ? inside : [main, ...inside.filter((found) => baseOf(found, query) !== "kpi")];
  const edges = from.flatMap((found) => linksOf(found, query));
  const of = (...bases: readonly string[]): readonly Part[] => {
    const isAsked = (found: Found) => bases.includes(baseOf(found, query)) && found !== main && plan.has(found);
    const own = inside.filter(isAsked).map((found): Part => partOf(found, main, edges));
    const others = edges.filter(({ found }) => isAsked(found) && !defined.some((one) => isSame(one, found)));
    const once = others.filter(({ found }, at) => others.findIndex((one) => isSame(one.found, found)) === at);
    return [...own, ...once.sort((a, b) => plan.compare(a.found, b.found))];
  };
  return {
    main,
    defined,
    goals: of("goal"),
    features: of("feature", "prd"),
    requirements: defined.filter((found) => baseOf(found, query) === "requirement"),
    kpis: of("kpi"),
  };
}

/** A KPI is looked at as the document looks at it: with the target that it has there. */
function partOf(found: Found, main: Found | undefined, edges: readonly Part[]): Part {
  const own = edges.find((one) => isSame(one.found, found) && main !== undefined && one.edge?.from === main);
  return own ?? { found };
}

const outgoing = new Set(["goals", "kpis", "guardrails", "features"]);
const incoming = new Set(["goals", "parent", "vision", "kpis", "guardrails"]);

/** The other ends: goals and KPIs, and what is a part of it or works for it. What it waits for is another matter. */
function linksOf(found: Found, query: Query): readonly Part[] {
  return [
    ...query.outgoing(found).flatMap((edge) => (outgoing.has(edge.name) ? [asPart(edge, edge.to)] : [])),
    ...query.incoming(found).flatMap((edge) => (incoming.has(edge.name) ? [{ found: edge.from }] : [])),
  ];
}

function asPart(edge: Edge, found: Found): Part {
  return edge.name === "kpis" || edge.name === "guardrails" ? { found, edge } : { found };
}

function baseOf({ item }: Found, { config }: Query): string {
  return config.schema.kinds.get(item.kind)?.base ?? item.kind;
}
