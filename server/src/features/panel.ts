import { say } from "../base/say.ts";
import { placeRange } from "../model/places.ts";
import type {
  PanelAnswer,
  PanelKpis,
  PanelLinks,
  PanelMove,
  PanelParams,
  PanelPlace,
  PanelTime,
  PanelTrace,
} from "../panel/data.ts";
import {
  type EditAnswer,
  type ItemPlace,
  panelKpis,
  panelLinks,
  panelMove,
  panelRows,
  panelTrace,
} from "../protocol.ts";
import { panelKpisInSteps as kpisOf } from "../roadmap/panel/kpis.ts";
import { panelLinks as linksOf, type PanelProject, panelData } from "../roadmap/panel/panel.ts";
import { placeOfTime } from "../roadmap/panel/times.ts";
import { panelTraceInSteps as traceOf } from "../roadmap/panel/trace.ts";
import { panelWords } from "../roadmap/panel/words.ts";
import { planOf } from "../roadmap/project-plan.ts";
import type { Project } from "../workspace/project.ts";
import type { Found } from "../workspace/query.ts";
import { changeAnswer } from "./change-answer.ts";
import type { Feature, State } from "./feature.ts";
import { inSteps } from "./in-steps.ts";
import { itemByKey } from "./item-at.ts";
import { roadmapProjects } from "./roadmap-projects.ts";

/** What the roadmap panel draws. */
export const panelFeature: Feature = {
  capabilities: () => ({}),
  needsAllFiles: true,
  ahead: {
    [panelKpis]: (params: Look, state) => kpis.ahead(params, state),
    [panelTrace]: (params: Look, state) => trace.ahead(params, state),
  },
  requests: {
    [panelRows]: (params: PanelParams, state): PanelAnswer => ({
      ...panelData(projectsOf(state, params.find), params, titleOf(state)),
      words: panelWords(state.tell),
    }),
    [panelLinks]: (params: PanelParams & { readonly row: string }, state): PanelLinks => {
      return linksOf(projectsOf(state), params);
    },
    [panelKpis]: (params: Look, state): PanelKpis => kpis.answer(params, state),
    [panelTrace]: (params: Look, state): PanelTrace => trace.answer(params, state),
    [panelMove]: (params: PanelMove, state): EditAnswer => move(params, state),
  },
  reads: ({ place }: Partial<PanelMove>) => (place === undefined ? [] : [place.uri]),
};

type Look = Pick<PanelParams, "filter" | "showDone">;

const kpis = inSteps(({ filter }: Look, state) => kpisOf(projectsOf(state), filter, mostRows));
const trace = inSteps(({ filter, showDone }: Look, state) => traceOf(projectsOf(state), filter, showDone, mostRows));

/** Nobody reads further down than this; who looks for something searches. */
const mostRows = 400;

function projectsOf(state: State, meant?: PanelParams["find"]): readonly PanelProject[] {
  return roadmapProjects(state).map(({ project, scope, title, sources }) => ({
    ...(meant !== undefined && { isMeant: (found: Found) => isItem(found, meant, project) }),
    ...{ query: project.query, scope, title, tell: state.tell },
    ...(sources.problemsOf !== undefined && { problemsOf: sources.problemsOf }),
    locate: (found) => placeOf(found, project),
  }));
}

function isItem({ file, item }: Found, meant: ItemPlace, project: Project): boolean {
  return item.key === meant.item && (meant.uri === undefined || project.uriOf(file.path) === meant.uri);
}

function placeOf({ file, item }: Found, project: Project): PanelPlace | undefined {
  const places = project.places(file.path);
  if (places === undefined) return undefined;
  const { line, character } = placeRange(places, item.entry).start;
  return { uri: project.uriOf(file.path), line, character, item: item.key };
}

/** Whoever moved a bar that the document has elsewhere by now meant another one: nothing is written, and the panel follows. */
function move({ place, text, seen }: PanelMove, state: State): EditAnswer {
  const sited = itemByKey(state, place.item, place.uri);
  if (sited === undefined) return { refusal: state.tell(say`That item is not there any more.`) };
  const { found, project } = sited;
  const now = placeOfTime(planOf(project.query).facts(found).timeframe, project.query);
  if (!isSameTime(now, seen)) return {};
  return changeAnswer([{ project, found, field: "timeframe", values: [text] }], state);
}

function isSameTime(a: PanelTime | undefined, b: PanelTime | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if ("column" in a || "column" in b) return "column" in a && "column" in b && a.column === b.column;
  return a.start === b.start && a.end === b.end;
}

/** Of one product its vision; of several what this is. */
function titleOf(state: State): string {
  const projects = roadmapProjects(state);
  const vision = projects.length === 1 ? planOf(projects[0]!.project.query).of("vision")[0] : undefined;
  return vision?.item.title ?? state.tell(say`Roadmap`);
}
