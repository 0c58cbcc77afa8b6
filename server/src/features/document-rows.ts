import { type DocumentRows, type DocumentRowsParams, documentRows as method } from "../plan-protocol.ts";
import type { Gap } from "../roadmap/document/gaps.ts";
import { documentRows as rowsOf } from "../roadmap/document/rows.ts";
import type { Problem } from "../rules/problem.ts";
import type { Feature, State } from "./feature.ts";
import { sourcesOf } from "./roadmap-projects.ts";

/** *This Document*: what the document at hand is about, and what is missing in it; null where it is no spec. */
export const documentRows: Feature = {
  capabilities: () => ({}),
  needsAllFiles: true,
  requests: { [method]: (params: DocumentRowsParams, state) => rowsIn(params, state) },
};

function rowsIn({ uri }: DocumentRowsParams, state: State): DocumentRows | null {
  const located = state.workspace.locate(uri);
  if (located === undefined) return null;
  const { project, path } = located;
  const gaps = (): readonly Gap[] =>
    state.engine.problems(uri).flatMap((problem) => (problem.patient ? [gapOf(problem, uri)] : []));
  const rows = rowsOf(project.query, path, {
    ...sourcesOf(project, state.engine, "", state.tell),
    document: state.document(uri),
    places: project.places(path),
    gaps: gaps(),
  });
  return rows ?? null;
}

function gapOf({ rule, level, item, message, range, data }: Problem, uri: string): Gap {
  const { field, section } = data ?? {};
  return {
    ...{ rule, level, item, message, location: { uri, range } },
    ...(typeof field === "string" ? { field } : {}),
    ...(typeof section === "string" ? { section } : {}),
  };
}
