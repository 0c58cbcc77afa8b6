import { readDay } from "../../base/day.ts";
import { isLater } from "../../model/timeframe.ts";
import type { ItemRow, LaneRow, PanelData, PanelLink, PanelLinks, PanelParams, PanelRow } from "../../panel/data.ts";
import type { Found, Query } from "../../workspace/query.ts";
import { groupings } from "../all.ts";
import { groupingNamed } from "../by-field.ts";
import type { Grouping } from "../grouping.ts";
import { type Arranged, arranged, type SeenLane } from "./arrange.ts";
import { itemRow, laneRow, type PanelSource } from "./rows.ts";
import { placeOfTime, timesOf } from "./times.ts";

/** A project in the panel, with what is to be known beyond its plan. */
export interface PanelProject extends PanelSource {
  readonly query: Query;
  readonly title: string;
  /** Whether this is the item that is looked for; none is unless said. */
  readonly isMeant?: (found: Found) => boolean;
}

/** The rows that are asked for, and what is to be known about all of them. Projects stand one below the other. */
export function panelData(projects: readonly PanelProject[], params: PanelParams, title: string): PanelData {
  const { from = 0, count = Number.POSITIVE_INFINITY } = params;
  const tell = projects[0]?.tell ?? String;
  const blocks = blocksOf(projects, params);
  const arrangements = projects.map(({ query, problemsOf }) => arranged(query, params, problemsOf));
  const { span, columns } = timesOf(arrangements);
  const rows: PanelRow[] = [];
  let at = 0;
  for (const block of blocks) {
    if (at < from + count && at + block.size > from)
      rows.push(...block.rows(Math.max(0, from - at), Math.min(block.size, from + count - at)));
    at += block.size;
  }
  const found = rowMeant(blocks);
  const sum = (key: "total" | "shown") => arrangements.reduce((all, one) => all + one[key], 0);
  return {
    title,
    today: readDay(projects[0]?.query.today ?? "") ?? 0,
    by: params.by,
    groupings: groupingsWith(params.by, projects).map((one) => ({ id: one.id, title: tell(one.title) })),
    span,
    columns: columns.map((one) => ({ key: one.key, title: tell(one.title) })),
    total: sum("total"),
    shown: sum("shown"),
    rowCount: at,
    from,
    rows,
    ...(found !== undefined && { found }),
  };
}

/** The first row of the item that is looked for. */
function rowMeant(blocks: readonly Block[]): PanelData["found"] {
  let at = 0;
  for (const block of blocks) {
    const index = block.meant?.() ?? -1;
    const [row] = index < 0 ? [] : block.rows(index, index + 1);
    if (row !== undefined) return { id: row.id, at: at + index };
    at += block.size;
  }
  return undefined;
}

/** Those of the list, and the one by a field that somebody has chosen. */
function groupingsWith(by: string, projects: readonly PanelProject[]): readonly Pick<Grouping, "id" | "title">[] {
  const chosen = projects[0] === undefined ? undefined : groupingNamed(by, projects[0].query);
  return chosen === undefined || groupings.includes(chosen)
    ? groupings
    : [...groupings, { id: by, title: chosen.title }];
}

/** The arrows of the item that has a row: to what it needs, and from what needs it. */
export function panelLinks(projects: readonly PanelProject[], params: PanelParams & { row: string }): PanelLinks {
  const blocks = blocksOf(projects, params);
  let at = 0;
  for (const block of blocks) {
    const index = block.find?.(params.row) ?? -1;
    if (index >= 0) return { links: linksOf(block, index, at + index, blocks) };
    at += block.size;
  }
  return { links: [] };
}

/** Rows that follow each other: a lane with what lies in it, or the heading of a project. */
interface Block {
  readonly size: number;
  readonly arrangement?: Arranged;
  rows(from: number, to: number): readonly PanelRow[];
  /** Where the row of an id stands in it. */
  find?(id: string): number;
  /** Where the item stands in it that is looked for. */
  meant?(): number;
  at?(index: number): Found | undefined;
  indexOf?(found: Found): number;
}

function blocksOf(projects: readonly PanelProject[], params: PanelParams): readonly Block[] {
  const closed = new Set(params.closed);
  return projects.flatMap((project): readonly Block[] => {
    const arrangement = arranged(project.query, params, project.problemsOf);
    const lanes = arrangement.lanes.map((lane) => laneBlock(lane, arrangement, project, closed));
    return projects.length === 1 || lanes.length === 0 ? lanes : [projectBlock(project), ...lanes];
  });
}

function laneBlock(lane: SeenLane, arrangement: Arranged, project: PanelProject, closed: ReadonlySet<string>): Block {
  const id = () => `${project.scope}${lane.lane.key()}`;
  const isOpen = closed.size === 0 || !closed.has(id());
  const { plan } = arrangement;
  return {
    size: isOpen ? lane.size + 1 : 1,
    arrangement,
    rows(from, to) {
      const items = isOpen ? lane.rows().slice(Math.max(0, from - 1), Math.max(0, to - 1)) : [];
      const own = id();
      const rows = items.map((placed): ItemRow => itemRow(placed, own, arrangement, project));
      return from === 0 ? [laneRow(lane, isOpen, arrangement, project), ...rows] : rows;
    },
    find(row) {
      if (row === id()) return 0;
      if (!isOpen || !row.startsWith(`${id()}/`)) return -1;
      const segment = row.slice(id().length + 1);
      const index = lane.rows().findIndex(({ found }) => plan.segment(found) === segment);
      return index < 0 ? -1 : index + 1;
    },
    meant() {
      const { isMeant } = project;
      if (isMeant === undefined) return -1;
      if (lane.lane.found !== undefined && isMeant(lane.lane.found)) return 0;
      if (!isOpen || !lane.seen.some(isMeant)) return -1;
      return lane.rows().findIndex(({ found }) => isMeant(found)) + 1;
    },
    at: (index) => (index === 0 ? lane.lane.found : lane.rows()[index - 1]?.found),
    indexOf(found) {
      if (!isOpen || !lane.seen.includes(found)) return -1;
      return lane.rows().findIndex((one) => one.found === found) + 1;
    },
  };
}

function projectBlock({ title, scope }: PanelProject): Block {
  const row: LaneRow = {
    ...{ type: "lane", id: `${scope}~project`, title, isOpen: true, says: "", spoken: title },
    ...{ health: "unknown", isProject: true },
  };
  return { size: 1, rows: () => [row] };
}

/** Arrows run from what is needed to what waits for it; in a lane of their own where both stand there. */
function linksOf(block: Block, index: number, row: number, blocks: readonly Block[]): readonly PanelLink[] {
  const { arrangement } = block;
  const found = block.at?.(index);
  if (arrangement === undefined || found === undefined) return [];
  const { plan } = arrangement;
  const place = (one: Found) => placeOfTime(plan.facts(one).timeframe, plan.query);
  const link = (need: Found, waiting: Found, from: number, to: number): readonly PanelLink[] => {
    if (from < 0 || to < 0) return [];
    const [a, b] = [plan.facts(need), plan.facts(waiting)];
    const isOpen = a.phase !== "done" && b.phase !== "done";
    const isLate =
      isOpen && a.timeframe !== undefined && b.timeframe !== undefined && isLater(a.timeframe, b.timeframe);
    return [{ from, to, fromTime: place(need), toTime: place(waiting), isLate }];
  };
  const rowOf = (other: Found) => rowNear(other, block, blocks, plan.has(other));
  return [
    ...plan.query.outgoing(found, "depends-on").flatMap(({ to }) => link(to, found, rowOf(to), row)),
    ...plan.query.incoming(found, "depends-on").flatMap(({ from }) => link(found, from, row, rowOf(from))),
  ];
}

function rowNear(found: Found, block: Block, blocks: readonly Block[], isPlanned: boolean): number {
  if (!isPlanned) return -1;
  let [at, first] = [0, -1];
  for (const one of blocks) {
    const index = one.arrangement === block.arrangement ? (one.indexOf?.(found) ?? -1) : -1;
    if (index >= 0 && one === block) return at + index;
    if (index >= 0 && first < 0) first = at + index;
    at += one.size;
  }
  return first;
}
