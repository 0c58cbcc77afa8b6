import type { Words } from "../../base/say.ts";
import type { Edge, Found } from "../../workspace/query.ts";
import { countsIn, countWords } from "../counts.ts";
import { itemDescription } from "../item-words.ts";
import { numbersIn, type RoadmapTree, type Row } from "../tree.ts";

/** A heading of a roadmap that is written down, and what stands below it in order. */
export interface RoadmapSection {
  /** A text, or the goal or vision that it is; undefined for what stands below no heading. */
  readonly heading: Words | Found | undefined;
  /** "7 features", "1 overdue". */
  readonly notes: readonly Words[];
  readonly items: readonly SectionItem[];
}

export interface SectionItem {
  readonly found: Found;
  readonly edge: Edge | undefined;
  /** How deep it stands below others: 0 at the top. */
  readonly depth: number;
}

/** The tree in sections: one for each group, and one for each goal. */
export function roadmapSections(tree: RoadmapTree): readonly RoadmapSection[] {
  const sections: RoadmapSection[] = [];
  const loose = tree.top.filter((row) => !isHeading(row, tree)).flatMap((row) => itemsAt(row, 0, tree));
  const add = (row: HeadingRow): void => {
    const { branch } = row;
    const below = row.children();
    sections.push({
      heading: branch.type === "group" ? branch.title : branch.found,
      notes: notesOf(row, tree),
      items: below.filter((one) => !isHeading(one, tree)).flatMap((one) => itemsAt(one, 0, tree)),
    });
    for (const one of below) if (isHeading(one, tree)) add(one);
  };
  for (const row of tree.top) if (isHeading(row, tree)) add(row);
  return loose.length === 0 ? sections : [{ heading: undefined, notes: [], items: loose }, ...sections];
}

type HeadingRow = Extract<Row, { readonly type: "group" | "item" }>;

function isHeading(row: Row, { plan, grouping }: RoadmapTree): row is HeadingRow {
  if (row.type === "done") return false;
  if (row.branch.type === "group") return true;
  const { base } = plan.facts(row.branch.found);
  return grouping.id === "goal" && (base === "vision" || base === "goal");
}

function notesOf(row: HeadingRow, tree: RoadmapTree): readonly Words[] {
  const { branch } = row;
  if (branch.type === "item") return itemDescription(branch, row, tree);
  return countWords(countsIn(tree.plan, numbersIn(row)), branch.says);
}

function itemsAt(row: Row, depth: number, tree: RoadmapTree): readonly SectionItem[] {
  if (row.type === "done" || row.branch.type === "group") return [];
  const { found, edge } = row.branch;
  // The KPIs of an item stand in its row.
  if (tree.plan.facts(found).base === "kpi" && row.parent?.type === "item") return [];
  return [{ found, edge, depth }, ...row.children().flatMap((one) => itemsAt(one, depth + 1, tree))];
}
