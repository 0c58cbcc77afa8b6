import { projectRow, type RoadmapProject, roadmapProjects } from "../features/roadmap-projects.ts";
import { showStatus } from "../model/phase.ts";
import type { RoadmapRow } from "../protocol.ts";
import { roadmapChildren } from "../roadmap/rows.ts";
import { healthOf } from "../workspace/health.ts";
import { phaseOf, statusOf } from "../workspace/plan.ts";
import type { Opened } from "./open-project.ts";
import type { Style } from "./style.ts";

/** A row of the roadmap with all rows below it, as the tree shows them when everything is unfolded. */
export interface RoadmapNode {
  readonly label: string;
  readonly description: string;
  /** Null for groups. */
  readonly kind: string | null;
  readonly item: string | null;
  readonly status: string | null;
  readonly phase: string | null;
  readonly health: string | null;
  readonly problems: number;
  readonly children: readonly RoadmapNode[];
}

/** The whole roadmap; done items stand in their groups where they are asked for, else as one row that counts them. */
export function roadmapNodes({ engine }: Opened, by: string, showDone: boolean): readonly RoadmapNode[] {
  const projects = roadmapProjects({ workspace: engine.workspace, engine });
  const groups = projects.map((owner) => ({ owner, nodes: nodesBelow(owner, by, showDone, undefined) }));
  if (groups.length === 1) return groups[0]!.nodes;
  return groups.map(({ owner, nodes }) => node(projectRow(owner), owner, nodes));
}

function nodesBelow(
  owner: RoadmapProject,
  by: string,
  showDone: boolean,
  row: string | undefined,
): readonly RoadmapNode[] {
  const { rows } = roadmapChildren(owner.project.query, { by, showDone, row }, owner.sources);
  return rows.map((child) => {
    // What is folded stays folded: the row says how many they are.
    const isOpen = child.children !== "none" && child.type !== "done";
    return node(child, owner, isOpen ? nodesBelow(owner, by, showDone, child.id) : []);
  });
}

function node(row: RoadmapRow, { project }: RoadmapProject, children: readonly RoadmapNode[]): RoadmapNode {
  const found = row.item === undefined ? undefined : project.query.definition(row.item);
  const status = found === undefined ? undefined : statusOf(found);
  return {
    label: row.label,
    description: row.description,
    kind: row.kind ?? null,
    item: row.item ?? null,
    status: status ?? null,
    phase: found === undefined ? null : phaseOf(project.query, found),
    health: found === undefined ? null : healthOf(project.query, found).health,
    problems: row.problems ?? 0,
    children,
  };
}

const signs: Readonly<Record<string, string>> = { draft: "○", active: "●", done: "✓", dropped: "✗" };

/** The tree as indented text: a sign for the phase, the title, when and who, and how it goes where somebody should look. */
export function roadmapAsText(nodes: readonly RoadmapNode[], style: Style): string {
  const lines: string[] = [];
  const add = (rows: readonly RoadmapNode[], depth: number): void => {
    for (const row of rows) {
      if (depth === 0 && lines.length > 0) lines.push("");
      lines.push(`${"  ".repeat(depth)}${line(row, style)}`.trimEnd());
      add(row.children, depth + 1);
    }
  };
  add(nodes, 0);
  return lines.join("\n");
}

function line({ label, description, kind, item, phase, status, health, problems }: RoadmapNode, style: Style): string {
  const words = [status === null ? "" : showStatus(status), description].filter((part) => part !== "").join(" · ");
  const paint = health === "off-track" ? style.red : health === "at-risk" ? style.yellow : style.dim;
  const wrong = problems === 0 ? "" : `  ${style.yellow(problems === 1 ? "1 problem" : `${problems} problems`)}`;
  if (item === null) return `${style.bold(label)}  ${style.dim(words)}`;
  return `${kind === "kpi" ? "◇" : (signs[phase ?? ""] ?? " ")} ${label}  ${paint(words)}${wrong}`;
}
