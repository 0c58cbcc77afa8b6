import { roadmapGroupings as method, type RoadmapGroupings } from "../protocol.ts";
import { groupings } from "../roadmap/all.ts";
import type { Feature } from "./feature.ts";

/** The ways to look at the plan, for the menu. */
export const roadmapGroupings: Feature = {
  capabilities: () => ({}),
  requests: {
    [method]: (_params: unknown, { tell }): RoadmapGroupings =>
      groupings.map(({ id, title }) => ({ id, title: tell(title) })),
  },
};
