import { say } from "../../base/say.ts";
import type { RoadmapTree } from "../tree.ts";
import { figuresCell, type ItemField } from "./item-fields.ts";
import { type RoadmapSection, roadmapSections } from "./roadmap-sections.ts";
import type { Section, Table } from "./table.ts";

/** A roadmap as tables: one under each heading of the tree, and under each goal. */
export function roadmapTable(tree: RoadmapTree, fields: readonly ItemField[]): Table {
  const sections = roadmapSections(tree).map((section) => sectionOf(section, tree, fields));
  return { columns: fields, sections, isGrouped: true, empty: say`There is nothing on the roadmap.` };
}

function sectionOf(
  { heading, notes, items }: RoadmapSection,
  { plan }: RoadmapTree,
  fields: readonly ItemField[],
): Section {
  const rows = items.map(({ found, edge, depth }) => ({
    depth,
    cells: fields.map(({ cell }) => cell(found, plan, edge)),
  }));
  if (heading === undefined) return { rows };
  if (typeof heading === "string" || !("item" in heading)) return { title: { text: heading }, notes, rows };
  const kpis = figuresCell(heading, plan);
  return {
    title: { text: heading.item.title, to: heading },
    notes,
    ...(kpis.length === 0 ? {} : { facts: { label: say`KPIs:`, cell: kpis } }),
    rows,
  };
}
