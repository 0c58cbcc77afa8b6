import type {
  CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsParams,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsParams,
  CallHierarchyPrepareParams,
} from "vscode-languageserver";
import type { Range } from "../base/lines.ts";
import { placeRange } from "../model/places.ts";
import { showTimeframe } from "../model/show-timeframe.ts";
import { itemFacts } from "../workspace/item-facts.ts";
import { isSame } from "../workspace/place.ts";
import { ownersOf } from "../workspace/plan.ts";
import type { Project } from "../workspace/project.ts";
import type { Edge, Found } from "../workspace/query.ts";
import type { Feature, State } from "./feature.ts";
import { itemAt } from "./item-at.ts";
import { spotAt } from "./spot.ts";
import { symbolKindOf } from "./symbol-kinds.ts";

/** The trace, as editors show callers: who needs this item, and what does it need, step by step. */
export const callHierarchy: Feature = {
  capabilities: ({ textDocument }) =>
    textDocument?.callHierarchy === undefined ? undefined : { callHierarchyProvider: true },
  requests: {
    "textDocument/prepareCallHierarchy": (params: CallHierarchyPrepareParams, state) => prepare(params, state),
    "callHierarchy/incomingCalls": (params: CallHierarchyIncomingCallsParams, state) => incomingCalls(params, state),
    "callHierarchy/outgoingCalls": (params: CallHierarchyOutgoingCallsParams, state) => outgoingCalls(params, state),
  },
};

/** The item that is named at the cursor, else the one that it stands in. */
function prepare({ textDocument: { uri }, position }: CallHierarchyPrepareParams, state: State) {
  const spot = spotAt(state, uri, position);
  if (spot?.type === "item") return spot.items.flatMap((found) => entryFor(spot.project, found, state) ?? []);
  const around = itemAt(state, uri, position);
  const entry = around && entryFor(around.project, around.found, state);
  return entry === undefined ? null : [entry];
}

function incomingCalls({ item }: CallHierarchyIncomingCallsParams, state: State): readonly CallHierarchyIncomingCall[] {
  const asked = itemOf(item, state);
  if (asked === undefined) return [];
  const { project, found } = asked;
  return grouped(project.query.incoming(found), ({ from }) => from).flatMap(([other, edges]) => {
    const from = entryFor(project, other, state, edges);
    return from === undefined ? [] : [{ from, fromRanges: rangesIn(project, other, edges) }];
  });
}

function outgoingCalls({ item }: CallHierarchyOutgoingCallsParams, state: State): readonly CallHierarchyOutgoingCall[] {
  const asked = itemOf(item, state);
  if (asked === undefined) return [];
  const { project, found } = asked;
  return grouped(project.query.outgoing(found), ({ to }) => to).flatMap(([other, edges]) => {
    const to = entryFor(project, other, state, edges);
    return to === undefined ? [] : [{ to, fromRanges: rangesIn(project, found, edges) }];
  });
}

/** Several links between two items are one line: a KPI may be a measure and a guardrail. */
function grouped(edges: readonly Edge[], end: (edge: Edge) => Found): readonly (readonly [Found, readonly Edge[]])[] {
  const groups = new Map<number, [Found, Edge[]]>();
  for (const edge of edges) {
    const other = end(edge);
    const group = groups.get(other.number);
    if (group === undefined) groups.set(other.number, [other, [edge]]);
    else group[1].push(edge);
  }
  return [...groups.values()];
}

/** Where an item writes its links to the other one; where the other one wrote them, or standing there is the link, the item. */
function rangesIn(project: Project, writer: Found, edges: readonly Edge[]): Range[] {
  const places = project.places(writer.file.path);
  if (places === undefined) return [];
  const own = edges.filter((edge) => edge.link !== undefined && edge.writer.file.path === writer.file.path);
  const written = own.filter((edge) => isSame(edge.writer, writer)).map(({ link }) => placeRange(places, link!.entry));
  return written.length > 0 ? written : [placeRange(places, writer.item.entry)];
}

/** `edges` say in the line what the one is to the other. */
function entryFor(
  project: Project,
  found: Found,
  { tell }: State,
  edges: readonly Edge[] = [],
): CallHierarchyItem | undefined {
  const { file, item, index } = found;
  const places = project.places(file.path);
  if (places === undefined) return undefined;
  const { timeframe } = itemFacts(project.query, found);
  const time = timeframe === undefined ? "" : tell(showTimeframe(timeframe));
  let names = "";
  for (const [at, { name }] of edges.entries()) {
    if (edges.findIndex((edge) => edge.name === name) === at) names += at === 0 ? name : `, ${name}`;
  }
  let detail = names;
  for (const word of [item.id, time, ownersOf(found)[0]]) if (word) detail += detail === "" ? word : ` · ${word}`;
  const data: Data = { index, key: item.key };
  return {
    name: item.title.trim() === "" ? item.key : item.title,
    kind: symbolKindOf(item.base),
    detail,
    uri: project.uriOf(file.path),
    range: placeRange(places, item.whole),
    selectionRange: placeRange(places, item.entry),
    data,
  };
}

/** Small: the thousand that need a KPI come with it. */
interface Data {
  readonly index: number;
  readonly key: string;
}

/** The item of a line that was shown; it may have moved since, then it is known by its key. */
function itemOf({ uri, data }: { readonly uri: string; readonly data?: unknown }, { workspace }: State) {
  const located = workspace.locate(uri);
  if (located === undefined || !isData(data)) return undefined;
  const { project, path } = located;
  const there = project.query.at(path, data.index);
  const found = there?.item.key === data.key ? there : project.query.definition(data.key);
  return found === undefined ? undefined : { project, found };
}

function isData(data: unknown): data is Data {
  return typeof data === "object" && data !== null && "index" in data && "key" in data;
}
