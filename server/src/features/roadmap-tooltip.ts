import { roadmapTooltip as method, type RoadmapRowParams } from "../protocol.ts";
import { roadmapTooltip as tooltipOf } from "../roadmap/rows.ts";
import type { Feature } from "./feature.ts";
import { projectOfRow, roadmapProjects } from "./roadmap-projects.ts";

/** What is said about a row when the pointer rests on it; null where there is nothing to say. */
export const roadmapTooltip: Feature = {
  capabilities: () => ({}),
  needsAllFiles: true,
  requests: {
    [method]: (params: RoadmapRowParams, state): string | null => {
      const owner = projectOfRow(roadmapProjects(state), params.row);
      const text = owner === undefined ? "" : tooltipOf(owner.project.query, params, owner.sources);
      return text === "" ? null : text;
    },
  },
};
