import { byGoal } from "./by-goal.ts";
import { byOwner } from "./by-owner.ts";
import { byStatus } from "./by-status.ts";
import { byTeam } from "./by-team.ts";
import { byTimeline } from "./by-timeline.ts";
import type { Grouping } from "./grouping.ts";

/** The ways to look at the plan, in the order of the menu. */
export const groupings: readonly Grouping[] = [byGoal, byTimeline, byStatus, byOwner, byTeam];
