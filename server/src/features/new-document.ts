import { newDocument as draft } from "../edits/new-document.ts";
import { pathOf } from "../base/uri.ts";
import { type NewDocument, type NewDocumentParams, newDocument } from "../protocol.ts";
import type { Feature, State } from "./feature.ts";

/** *New PRD…*: where a new document would lie, and its text. */
export const newDocumentFeature: Feature = {
  capabilities: () => ({}),
  requests: { [newDocument]: (params: NewDocumentParams, state) => newOne(params, state) },
};

function newOne({ kind, title, folder }: NewDocumentParams, state: State): NewDocument | null {
  const projects = state.workspace.projects();
  const located = folder === undefined ? undefined : state.workspace.locate(`${folder}/new.md`);
  const project = located?.project ?? projects.find(({ query }) => query.items().length > 0) ?? projects[0];
  const definition = project?.config.schema.kinds.get(kind);
  if (project === undefined || definition === undefined) return null;
  const place = folder === undefined ? undefined : pathOf(project.root, folder);
  const { path, snippet } = draft(project.query, definition, title, place);
  return { uri: project.uriOf(path), snippet };
}
