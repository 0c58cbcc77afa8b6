import { say } from "../base/say.ts";
import { pathOf } from "../base/uri.ts";
import { nextOf } from "../edits/new-place.ts";
import { kindOf, makeDocument, type Template, templatesOf } from "../edits/template-list.ts";
import { defaultConfig } from "../model/config.ts";
import { Project } from "../workspace/project.ts";
import type { Workspace } from "../workspace/workspace.ts";
import {
  type NewChoice,
  type NewChoicesParams,
  type NewDocument,
  type NewDocumentParams,
  type NewRefusal,
  newChoices,
  newDocument,
} from "../write-protocol.ts";
import type { Feature, State } from "./feature.ts";

/** *New…*: what there is to choose from, and the text of what was chosen. */
export const newDocumentFeature: Feature = {
  capabilities: () => ({}),
  requests: {
    [newChoices]: (params: NewChoicesParams | null, state) => choices(params ?? {}, state),
    [newDocument]: (params: NewDocumentParams, state) => newOne(params, state),
  },
  needsAllFiles: true,
  asksBranches: (params: Partial<NewDocumentParams> | null, state) => projectOf(params ?? {}, state),
  reads: (params: Partial<NewDocumentParams> | null, state) => templateTexts(params ?? {}, state),
};

/** Where no folder is open, a document is made all the same. */
function nowhere({ today }: Workspace): Project {
  return new Project("untitled:", "untitled:throughline.yaml", defaultConfig, today, () => undefined);
}

function choices(params: NewChoicesParams, state: State): readonly NewChoice[] {
  const project = projectOf(params, state);
  return templatesIn(project, state).map((template): NewChoice => {
    const kind = kindOf(template, project.query, textOf(template, project, state));
    const id = kind === undefined ? undefined : nextOf(project.query, kind, state.taken(project.root));
    const { name, label, says, own } = template;
    return {
      template: name,
      label: state.tell(label),
      detail: state.tell(says),
      own,
      ...(id === undefined ? {} : { id }),
    };
  });
}

function newOne(params: NewDocumentParams, state: State): NewDocument | NewRefusal {
  const { title, folder, owner } = params;
  const project = projectOf(params, state);
  const template = templatesIn(project, state).find(({ name }) => name === params.template);
  if (template === undefined) return { refusal: state.tell(say`There is no template “${params.template}”.`) };
  const wish = {
    title: title.replace(/\s+/g, " ").trim(),
    folder: folder === undefined ? undefined : pathOf(project.root, folder),
    owner,
    taken: state.taken(project.root),
  };
  const made = makeDocument(project.query, template, wish, textOf(template, project, state));
  if ("refusal" in made) return { refusal: state.tell(made.refusal) };
  const { path, id, text, snippet } = made.draft;
  return { uri: project.uriOf(path), ...(id === undefined ? {} : { id }), text, snippet };
}

function projectOf({ uri, folder }: Partial<NewDocumentParams>, { workspace }: State): Project {
  const projects = workspace.projects();
  const place = folder ?? uri;
  const located = place === undefined ? undefined : (workspace.locate(`${place}/new.md`) ?? workspace.locate(place));
  return located?.project ?? projects.find(({ query }) => query.hasItems()) ?? projects[0] ?? nowhere(workspace);
}

function templatesIn(project: Project, { workspace }: State): readonly Template[] {
  return templatesOf(project.query, () => [...workspace.files()].flatMap((uri) => pathOf(project.root, uri) ?? []));
}

/** The documents that the team's templates are. */
function templateTexts(params: Partial<NewDocumentParams>, state: State): readonly string[] {
  const project = projectOf(params, state);
  return templatesIn(project, state).flatMap(({ name, from }) =>
    "path" in from && (params.template === undefined || params.template === name) ? [project.uriOf(from.path)] : [],
  );
}

function textOf({ from }: Template, project: Project, state: State): string | undefined {
  return "path" in from ? state.document(project.uriOf(from.path))?.text : undefined;
}
