import {
  roadmapChildren as method,
  type RoadmapChildren,
  type RoadmapChildrenParams,
  type RoadmapRow,
} from "../protocol.ts";
import { roadmapChildrenInSteps as childrenOf } from "../roadmap/rows.ts";
import { wrongInAll } from "../workspace/where/wrong-in-all.ts";
import type { Feature, State } from "./feature.ts";
import { inSteps } from "./in-steps.ts";
import { projectOfRow, projectRow, type RoadmapProject, roadmapProjects } from "./roadmap-projects.ts";

/** The rows of the tree, one level at a time. */
export const roadmapChildren: Feature = {
  capabilities: () => ({}),
  needsAllFiles: true,
  ahead: { [method]: (params: RoadmapChildrenParams, state) => children.ahead(params, state) },
  requests: { [method]: (params: RoadmapChildrenParams, state) => children.answer(params, state) },
};

const children = inSteps(childrenAt);

function* childrenAt(params: RoadmapChildrenParams, state: State): Generator<void, RoadmapChildren> {
  const projects = roadmapProjects(state);
  const { row, ...view } = params;
  if (row !== undefined) {
    const owner = projectOfRow(projects, row);
    if (owner === undefined) return { rows: [], total: 0, shown: 0 };
    const isHeading = row === projectRow(owner).id;
    return yield* childrenOf(owner.project.query, isHeading ? view : params, owner.sources);
  }
  const [problem] = params.filter
    ? wrongInAll(
        params.filter,
        projects.map(({ project }) => project.query),
      )
    : [];
  const wrong = problem === undefined ? {} : { wrong: state.tell(problem.message) };
  const only = projects.length === 1 ? projects[0] : undefined;
  if (only !== undefined) return { ...(yield* childrenOf(only.project.query, view, only.sources)), ...wrong };
  const answers: { readonly one: RoadmapProject; readonly answer: RoadmapChildren }[] = [];
  for (const one of projects) answers.push({ one, answer: yield* childrenOf(one.project.query, view, one.sources) });
  const rows = answers.flatMap(({ one, answer }): readonly RoadmapRow[] =>
    answer.rows.length === 0 ? [] : [projectRow(one)],
  );
  const sum = (count: "total" | "shown") => answers.reduce((all, { answer }) => all + answer[count], 0);
  return { rows, total: sum("total"), shown: sum("shown"), ...wrong };
}
