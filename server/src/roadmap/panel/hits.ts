import type { Found } from "../../workspace/query.ts";
import { readWhere } from "../../workspace/where/read-where.ts";
import { problemMarks } from "../problem-marks.ts";
import { planOf } from "../project-plan.ts";
import type { PanelProject } from "./panel.ts";

/** What a filter means in a project; undefined where it means everything. */
export function hitsIn({ query, problemsOf }: PanelProject, filter: string): ((found: Found) => boolean) | undefined {
  const reading = readWhere(filter, query, { levelsOf: problemMarks(planOf(query), problemsOf).levels });
  return reading.isEmpty ? undefined : reading.matches;
}
