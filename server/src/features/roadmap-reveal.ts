import { isIn, type Position } from "../base/lines.ts";
import { placeRange } from "../model/places.ts";
import { roadmapReveal as method, type RoadmapReveal, type RoadmapRevealParams } from "../protocol.ts";
import { roadmapReveal as revealed } from "../roadmap/rows.ts";
import type { Project } from "../workspace/project.ts";
import type { Found } from "../workspace/query.ts";
import type { Feature, State } from "./feature.ts";
import { projectRow, roadmapProjects } from "./roadmap-projects.ts";

/** The row of the item at a place, after the rows around it. */
export const roadmapReveal: Feature = {
  capabilities: () => ({}),
  needsAllFiles: true,
  requests: { [method]: (params: RoadmapRevealParams, state) => revealAt(params, state) },
};

function revealAt({ uri, position, ...view }: RoadmapRevealParams, state: State): RoadmapReveal {
  const located = state.workspace.locate(uri);
  const owner = roadmapProjects(state).find(({ project }) => project === located?.project);
  if (located === undefined || owner === undefined) return [];
  const found = itemAt(located.project, located.path, position);
  const rows = found === undefined ? [] : revealed(located.project.query, view, found, owner.sources);
  return owner.scope === "" || rows.length === 0 ? rows : [projectRow(owner), ...rows];
}

/** The innermost item that a position stands in: items stand after what is around them. */
function itemAt(project: Project, path: string, position: Position): Found | undefined {
  const file = project.query.file(path);
  const places = project.places(path);
  if (file === undefined || places === undefined) return undefined;
  const index = file.items.findLastIndex(({ whole }) => isIn(placeRange(places, whole), position));
  return index < 0 ? undefined : project.query.at(path, index);
}
