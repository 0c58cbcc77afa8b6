import {
  roadmapChildren as method,
  type RoadmapChildren,
  type RoadmapChildrenParams,
  type RoadmapRow,
} from "../protocol.ts";
import { askAhead } from "../roadmap/ask-ahead.ts";
import { roadmapChildren as childrenOf } from "../roadmap/rows.ts";
import { wrongInAll } from "../workspace/where/wrong-in-all.ts";
import type { Feature, State } from "./feature.ts";
import { inSteps } from "./in-steps.ts";
import { projectOfRow, projectRow, roadmapProjects } from "./roadmap-projects.ts";

/** The rows of the tree, one level at a time. */
export const roadmapChildren: Feature = {
  capabilities: () => ({}),
  needsAllFiles: true,
  ahead: { [method]: (params: RoadmapChildrenParams, state) => children.ahead(params, state) },
  requests: { [method]: (params: RoadmapChildrenParams, state) => children.answer(params, state) },
};

const children = inSteps(function* (params: RoadmapChildrenParams, state: State): Generator<void, RoadmapChildren> {
  for (const { project, sources } of roadmapProjects(state)) yield* askAhead(project.query, params, sources.problemsOf);
  return childrenAt(params, state);
});

function childrenAt(params: RoadmapChildrenParams, state: State): RoadmapChildren {
  const projects = roadmapProjects(state);
  const { row, ...view } = params;
  if (row !== undefined) {
    const owner = projectOfRow(projects, row);
    if (owner === undefined) return { rows: [], total: 0, shown: 0 };
    const isHeading = row === projectRow(owner).id;
    return childrenOf(owner.project.query, isHeading ? view : params, owner.sources);
  }
  const [problem] = params.filter
    ? wrongInAll(
        params.filter,
        projects.map(({ project }) => project.query),
      )
    : [];
  const wrong = problem === undefined ? {} : { wrong: state.tell(problem.message) };
  const only = projects.length === 1 ? projects[0] : undefined;
  if (only !== undefined) return { ...childrenOf(only.project.query, view, only.sources), ...wrong };
  const answers = projects.map((one) => ({ one, answer: childrenOf(one.project.query, view, one.sources) }));
  const rows = answers.flatMap(({ one, answer }): readonly RoadmapRow[] =>
    answer.rows.length === 0 ? [] : [projectRow(one)],
  );
  const sum = (count: "total" | "shown") => answers.reduce((all, { answer }) => all + answer[count], 0);
  return { rows, total: sum("total"), shown: sum("shown"), ...wrong };
}
