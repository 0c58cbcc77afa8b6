import { roadmapDrop as method, type RoadmapDropParams } from "../plan-protocol.ts";
import type { EditAnswer } from "../protocol.ts";
import { type Drop, dropOnto } from "../roadmap/drop.ts";
import { roadmapTree } from "../roadmap/tree.ts";
import type { Project } from "../workspace/project.ts";
import { changeAnswer } from "./change-answer.ts";
import type { Feature, State } from "./feature.ts";
import { projectOfRow, roadmapProjects } from "./roadmap-projects.ts";

/** Rows of the roadmap are dragged onto others: the same changes as by *Set Field…*. */
export const roadmapDrop: Feature = {
  capabilities: () => ({}),
  needsAllFiles: true,
  requests: { [method]: (params: RoadmapDropParams, state) => dropped(params, state) },
  reads: (params: RoadmapDropParams, state) => {
    const meant = meaningOf(params, state);
    if (meant === undefined || "refusal" in meant.drop) return [];
    return meant.drop.changes.map(({ found }) => meant.project.uriOf(found.file.path));
  },
};

function dropped(params: RoadmapDropParams, state: State): EditAnswer {
  const meant = meaningOf(params, state);
  if (meant === undefined) return {};
  const { drop, project } = meant;
  if ("refusal" in drop) return { refusal: state.tell(drop.refusal) };
  return drop.changes.length === 0
    ? {}
    : changeAnswer(
        drop.changes.map((change) => ({ ...change, project })),
        state,
      );
}

/** Rows of other projects stay where they are. */
function meaningOf(
  { rows, onto, ...view }: RoadmapDropParams,
  state: State,
): { readonly drop: Drop; readonly project: Project } | undefined {
  const owner = projectOfRow(roadmapProjects(state), onto);
  if (owner === undefined) return undefined;
  const { project, scope } = owner;
  return { drop: dropOnto(roadmapTree(project.query, view, scope), rows, onto), project };
}
