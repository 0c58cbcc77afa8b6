import { pathOf } from "../base/uri.ts";
import { newDocument as draft } from "../edits/new-document.ts";
import { defaultConfig } from "../model/config.ts";
import { type NewDocument, type NewDocumentParams, newDocument } from "../protocol.ts";
import { Project } from "../workspace/project.ts";
import type { Feature, State } from "./feature.ts";

/** *New PRD…*: where a new document would lie, and its text. */
export const newDocumentFeature: Feature = {
  capabilities: () => ({}),
  requests: { [newDocument]: (params: NewDocumentParams, state) => newOne(params, state) },
};

/** Where no folder is open, a document is made all the same. */
const nowhere = new Project("untitled:", "untitled:throughline.yaml", defaultConfig, "1970-01-01", () => undefined);

function newOne({ kind, title, folder }: NewDocumentParams, state: State): NewDocument | null {
  const projects = state.workspace.projects();
  const located = folder === undefined ? undefined : state.workspace.locate(`${folder}/new.md`);
  const project = located?.project ?? projects.find(({ query }) => query.items().length > 0) ?? projects[0] ?? nowhere;
  const definition = project.config.schema.kinds.get(kind);
  if (definition === undefined) return null;
  // The project's own folder is where one begins, not a wish: there the others of its kind say where it goes.
  const place = folder === undefined ? undefined : pathOf(project.root, folder) || undefined;
  const { path, snippet } = draft(project.query, definition, title, place);
  return { uri: project.uriOf(path), snippet };
}
