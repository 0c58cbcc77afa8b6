import {
  roadmapNarrow as method,
  type RoadmapFacet,
  type RoadmapFilterProblem,
  type RoadmapNarrow,
  type RoadmapNarrowParams,
} from "../look-protocol.ts";
import { askAhead } from "../roadmap/ask-ahead.ts";
import { type Facet, facetsOf, narrowed as narrowedBy } from "../roadmap/facets.ts";
import { type RoadmapTree, roadmapTree } from "../roadmap/tree.ts";
import { wrongInAll } from "../workspace/where/wrong-in-all.ts";
import type { Feature, State } from "./feature.ts";
import { inSteps } from "./in-steps.ts";
import { roadmapProjects } from "./roadmap-projects.ts";

/** The sides from which the roadmap can be narrowed, and what is wrong with the query that does it. */
export const roadmapNarrow: Feature = {
  capabilities: () => ({}),
  needsAllFiles: true,
  ahead: { [method]: (params: RoadmapNarrowParams, state) => narrow.ahead(params, state) },
  requests: { [method]: (params: RoadmapNarrowParams, state) => narrow.answer(params, state) },
};

const narrow = inSteps(narrowed);

function* narrowed({ choose, ...look }: RoadmapNarrowParams, state: State): Generator<void, RoadmapNarrow> {
  const projects = roadmapProjects(state);
  const schema = projects[0]?.project.config.schema;
  const written = look.filter ?? "";
  const filter =
    choose === undefined || schema === undefined ? written : narrowedBy(written, choose.facet, choose.values, schema);
  const view = { ...look, filter };
  const trees: RoadmapTree[] = [];
  const facets: Facet[] = [];
  for (const { project, sources } of projects) {
    facets.push(...(yield* facetsOf(project.query, view, sources.problemsOf)));
    yield* askAhead(project.query, view, sources.problemsOf);
    trees.push(roadmapTree(project.query, view, sources.scope, sources.problemsOf));
    yield;
  }
  return {
    filter,
    total: trees.reduce((sum, tree) => sum + tree.total, 0),
    shown: trees.reduce((sum, tree) => sum + tree.shown, 0),
    problems: problemsOf(filter, state),
    facets: told(facets, state),
  };
}

function problemsOf(filter: string, state: State): readonly RoadmapFilterProblem[] {
  const queries = roadmapProjects(state).map(({ project }) => project.query);
  return wrongInAll(filter, queries).map(({ span: { start, end }, message, meant }) => ({
    start,
    end,
    message: state.tell(message),
    ...(meant === undefined ? {} : { mended: filter.slice(0, start) + meant + filter.slice(end) }),
  }));
}

/** Several projects are narrowed at once: what they have alike counts together. */
function told(facets: readonly Facet[], { tell }: State): readonly RoadmapFacet[] {
  const sides = new Map<string, { readonly facet: Facet; readonly options: Map<string, Option> }>();
  for (const facet of facets) {
    const side = sides.get(facet.id) ?? { facet, options: new Map<string, Option>() };
    sides.set(facet.id, side);
    for (const { value, label, count, isChosen } of facet.options) {
      const known = side.options.get(value);
      side.options.set(value, {
        ...{ value, label: known?.label ?? tell(label), count: count + (known?.count ?? 0) },
        isChosen: isChosen || known?.isChosen === true,
      });
    }
  }
  return Array.from(sides.values(), ({ facet: { id, title, icon }, options }) => ({
    ...{ id, title: tell(title), icon },
    options: [...options.values()],
  }));
}

type Option = RoadmapFacet["options"][number];
