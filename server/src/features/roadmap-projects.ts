import { say } from "../base/say.ts";
import { placeRange } from "../model/places.ts";
import type { ProtocolLocation, RoadmapRow } from "../protocol.ts";
import type { RowSources } from "../roadmap/rows.ts";
import type { Engine } from "../rules/engine.ts";
import type { Project } from "../workspace/project.ts";
import type { Found } from "../workspace/query.ts";
import type { State } from "./feature.ts";

/** A project that has something to show, and how its rows are told from those of others. */
export interface RoadmapProject {
  readonly project: Project;
  readonly sources: RowSources;
  /** What the rows of this project begin with; empty where there is only one. */
  readonly scope: string;
  readonly title: string;
  /** What a screen reader says. */
  readonly spoken: string;
}

/** The projects with items; where there are several, each is a heading of its own. */
export function roadmapProjects({
  workspace,
  engine,
  tell,
}: Pick<State, "workspace" | "engine" | "tell">): readonly RoadmapProject[] {
  const projects = workspace
    .projects()
    .filter(({ query }) => query.hasItems())
    .sort((a, b) => (a.root < b.root ? -1 : 1));
  return projects.map((project) => {
    const scope = projects.length === 1 ? "" : `${encodeURIComponent(project.root)}/`;
    const name = decodeURIComponent(project.root.slice(project.root.lastIndexOf("/") + 1));
    return {
      project,
      scope,
      title: name,
      sources: sourcesOf(project, engine, scope, tell),
      spoken: tell(say`${name}, project`),
    };
  });
}

/** The heading of a project where there are several. */
export function projectRow({ scope, title, spoken }: RoadmapProject): RoadmapRow {
  return {
    id: `${scope}~project`,
    label: title,
    description: "",
    spoken,
    type: "group",
    icon: "root-folder",
    children: "expanded",
  };
}

/** The project that a row belongs to. */
export function projectOfRow(projects: readonly RoadmapProject[], row: string): RoadmapProject | undefined {
  return projects.find(({ scope }) => row.startsWith(scope));
}

/** Where rows lead, and what they carry. */
export function sourcesOf(project: Project, engine: Engine, scope: string, tell: State["tell"]): RowSources {
  return {
    scope,
    tell,
    locate: (found) => locationOf(found, project),
    problemsOf: (path) => engine.marks(project, path),
  };
}

function locationOf({ file, item }: Found, project: Project): ProtocolLocation | undefined {
  const places = project.places(file.path);
  return places === undefined ? undefined : { uri: project.uriOf(file.path), range: placeRange(places, item.entry) };
}
