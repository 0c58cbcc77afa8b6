import type { Document } from "../../base/document.ts";
import { say, type Words } from "../../base/say.ts";
import type { Places } from "../../model/places.ts";
import type { DocumentRow, DocumentRows } from "../../plan-protocol.ts";
import type { RoadmapRow } from "../../protocol.ts";
import { textOf } from "../../workspace/plan.ts";
import { isTicked } from "../../workspace/progress.ts";
import type { Found, Query } from "../../workspace/query.ts";
import { nothing } from "../branch.ts";
import { byGoal } from "../by-goal.ts";
import { type Plan, planOfFew, segmentOf } from "../project-plan.ts";
import { type RowSources, shownRows } from "../rows.ts";
import type { RoadmapTree, Row } from "../tree.ts";
import { withoutAcceptance } from "./acceptance.ts";
import { acceptanceWords, type Gap, gapRow } from "./gaps.ts";
import { documentParts, type Part } from "./parts.ts";

/** What the rows of a document need to know beyond the plan. */
export interface DocumentSources extends RowSources {
  readonly gaps: readonly Gap[];
  /** The text, where it is open, and its places. */
  readonly document: Document | undefined;
  readonly places: Places | undefined;
}

/** Goals, features, requirements and KPIs of one document, with what is missing; undefined where it is no spec. */
export function documentRows(query: Query, path: string, sources: DocumentSources): DocumentRows | undefined {
  const plan = planOfFew(query);
  const parts = documentParts(query, plan, path);
  if (parts === undefined) return undefined;
  const { tell = String, gaps } = sources;
  const { main, requirements } = parts;
  const root = `document/${segmentOf(path)}`;
  const rows: DocumentRow[] = [];
  const left = new Set(gaps);
  const addGaps = (parent: string | undefined, isMeant: (gap: Gap) => boolean): boolean => {
    const own = [...left].filter(isMeant);
    for (const gap of own) left.delete(gap);
    rows.push(...own.map((gap, at) => inside(gapRow(`${parent ?? root}/~gap-${gap.rule}-${at}`, gap, tell), parent)));
    return own.length > 0;
  };
  addGaps(undefined, ({ item }) =>
    main === undefined ? item === undefined : item === undefined || item === main.item.key,
  );

  const addGroup = (key: string, title: Words, icon: string, figures: Words, below: (id: string) => void): void => {
    const id = `${root}/~${key}`;
    const label = tell(title);
    const description = tell(figures);
    rows.push({
      id,
      label,
      description,
      spoken: `${label}, ${description}`,
      type: "group",
      icon,
      children: "expanded",
    });
    below(id);
  };
  const addParts = (key: string, title: Words, icon: string, all: readonly Part[]): void => {
    if (all.length === 0) return;
    addGroup(key, title, icon, String(all.length), (parent) => {
      const shown = all.slice(0, most);
      const items = itemRows(shown, plan, sources);
      for (const [at, { found }] of shown.entries()) {
        const id = `${parent}/${plan.segment(found)}`;
        const place = rows.length;
        const hasGaps = found.file.path === path && addGaps(id, ({ item }) => item === found.item.key);
        rows.splice(place, 0, inside({ ...items[at]!, id, children: hasGaps ? "expanded" : "none" }, parent));
      }
      if (all.length > most) rows.push(inside(moreRow(`${parent}/~more`, all.length - most, tell), parent));
    });
  };
  addParts("goals", say`Goals`, "target", parts.goals);
  addParts("features", say`Features`, "layers", parts.features);
  if (requirements.length > 0)
    addGroup("requirements", say`Requirements`, "checklist", requirementFigures(requirements), (parent) => {
      rows.push(
        ...acceptanceRows(requirements, query, sources).map((row) => inside(row(`${parent}/~acceptance`), parent)),
      );
      const twins = new Map<string, number>();
      for (const found of requirements) {
        const twin = (twins.get(found.item.key) ?? 0) + 1;
        twins.set(found.item.key, twin);
        const id = `${parent}/${segmentOf(found.item.key)}${twin === 1 ? "" : `~${twin}`}`;
        rows.push(inside(requirementRow(id, found, sources), parent));
      }
    });
  addParts("kpis", say`KPIs`, "graph-line", parts.kpis);
  // What else is written in the document has no row here, and its gaps are gaps all the same.
  for (const gap of [...left].filter(({ item }) => item !== undefined)) {
    const of = parts.defined.find(({ item }) => item.key === gap.item);
    const row = gapRow(`${root}/~gap-${gap.rule}-${segmentOf(gap.item!)}`, gap, tell);
    rows.push(of === undefined ? row : { ...row, description: of.item.title });
  }
  return { title: main?.item.title ?? path.slice(path.lastIndexOf("/") + 1), rows };
}

/** Nobody reads further; the roadmap has all of them. */
const most = 100;

function inside(row: RoadmapRow, parent: string | undefined): DocumentRow {
  return parent === undefined ? row : { ...row, parent };
}

/** The rows that the roadmap would show. */
function itemRows(parts: readonly Part[], plan: Plan, sources: RowSources): readonly RoadmapRow[] {
  const shown = new Map(parts.map(({ found }) => [found.number, found]));
  const tree: RoadmapTree = {
    ...{ plan: { ...plan, now: (number) => shown.get(number)! } },
    ...{ grouping: byGoal, isFiltered: false, sort: undefined, top: [], total: 0, shown: 0 },
    ...{ row: () => undefined, branch: () => undefined },
  };
  const rows = parts.map(({ found, edge }): Row => {
    const branch = { type: "item" as const, found, below: nothing, ...(edge === undefined ? {} : { edge }) };
    return { type: "item", id: "", parent: undefined, siblings: parts.length, branch, children: () => [] };
  });
  return shownRows(rows, tree, sources);
}

function requirementFigures(requirements: readonly Found[]): Words {
  const boxed = requirements.filter(({ item }) => item.fields.get("done")?.state === "given");
  return boxed.length === 0
    ? String(requirements.length)
    : say`${boxed.filter(isTicked).length} of ${boxed.length} done`;
}

function requirementRow(id: string, found: Found, { locate, tell = String }: RowSources): RoadmapRow {
  const { item } = found;
  const location = locate(found);
  const priority = textOf(found, "priority");
  // People speak of FR-3, and a narrow row cuts what stands behind.
  const label = item.id === undefined || item.id === item.title ? item.title : `${item.id}: ${item.title}`;
  const isBoxed = item.site === "list" && item.fields.get("done")?.state === "given";
  const isDone = isTicked(found);
  const state = item.fields.get("done")?.state !== "given" ? [] : [isDone ? say`done` : say`open`];
  const words = [label, say`requirement`, ...state, priority ?? ""].filter((part) => part !== "");
  return {
    id,
    label,
    description: priority ?? "",
    spoken: words.map(tell).join(", "),
    type: "item",
    icon: isBoxed ? "" : isDone ? "pass-filled" : "circle-outline",
    children: "none",
    kind: item.kind,
    item: item.key,
    ...(location === undefined ? {} : { location }),
    ...(isBoxed ? { ticked: isDone } : {}),
  };
}

function acceptanceRows(
  requirements: readonly Found[],
  query: Query,
  { document, places, locate, tell = String }: DocumentSources,
): readonly ((id: string) => RoadmapRow)[] {
  if (document === undefined || places === undefined) return [];
  const without = withoutAcceptance(requirements, document, places, query);
  const location = without[0] && locate(without[0]);
  if (location === undefined) return [];
  const gap: Gap = { rule: "", level: "hint", item: undefined, message: acceptanceWords(without.length), location };
  return [(id) => gapRow(id, gap, tell)];
}

function moreRow(id: string, count: number, tell: (words: Words) => string): RoadmapRow {
  const label = tell(say`${count} more in the roadmap`);
  return { id, label, description: "", spoken: label, type: "group", icon: "ellipsis", children: "none" };
}
