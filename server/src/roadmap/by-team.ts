import { say } from "../base/say.ts";
import { groupsByName } from "./by-owner.ts";
import type { Grouping } from "./grouping.ts";
import { roadmapKinds } from "./states.ts";

/** What each team works on. */
export const byTeam: Grouping = {
  id: "team",
  title: say`Team`,
  field: "team",
  shows: roadmapKinds,
  top: (plan) =>
    groupsByName(plan, "organization", "team", say`No team`, (found) => {
      const { team } = plan.facts(found);
      return team === undefined || team === "" ? undefined : { key: team.toLowerCase(), title: team };
    }),
};
