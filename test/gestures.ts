import type { WorkspaceEdit } from "vscode-languageserver";
import { documentOffset } from "../server/src/base/document.ts";
import { applyEdits, type TextEdit } from "../server/src/base/span.ts";
import { pathOf, uriOf } from "../server/src/base/uri.ts";
import { features } from "../server/src/features/all.ts";
import type { State } from "../server/src/features/feature.ts";
import { roadmapDrop } from "../server/src/plan-protocol.ts";
import type { EditAnswer } from "../server/src/protocol.ts";
import { engineOver, root } from "./check.ts";
import { type DrawOptions, openRows } from "./draw-roadmap.ts";
import { stateOver } from "./feature-state.ts";
import { parseFixture } from "./fixture.ts";

type Files = ReadonlyMap<string, string>;

/** Asks a feature as the server would. */
export function ask<Answer>(state: State, method: string, params: unknown): Answer {
  const feature = features.find(({ requests }) => method in requests);
  if (feature === undefined) throw new Error(`${method} does not exist.`);
  return feature.requests[method]!(params as never, state, {} as never) as Answer;
}

export function stateOf(files: Files): State {
  return stateOver(engineOver({ source: "", files, expectations: [] }), files);
}

/** The edits of an answer by path. */
export function editsOf({ edit }: EditAnswer, files: Files): ReadonlyMap<string, readonly TextEdit[]> {
  const { changes = {} } = (edit ?? {}) as WorkspaceEdit;
  return new Map(
    Object.entries(changes).map(([uri, edits]) => {
      const path = pathOf(root, uri)!;
      const document = { uri, text: files.get(path)! };
      const at = (position: TextEditPosition) => documentOffset(document, position);
      return [
        path,
        edits.map(({ range, newText }) => ({ span: { start: at(range.start), end: at(range.end) }, newText })),
      ];
    }),
  );
}
type TextEditPosition = { readonly line: number; readonly character: number };

/** The files after an answer; throws where it says why not. */
export function after(answer: EditAnswer, files: Files): Files {
  if (answer.refusal !== undefined) throw new Error(answer.refusal);
  const changed = new Map(files);
  for (const [path, edits] of editsOf(answer, files)) changed.set(path, applyEdits(files.get(path)!, edits));
  return changed;
}

/** What a drop of rows, named by their labels, answers. The first row of a label is meant, below a heading the first there. */
export function drop(
  files: Files,
  view: DrawOptions & { readonly by: string },
  labels: readonly string[],
  onto: string,
): EditAnswer {
  const state = stateOf(files);
  const all = openRows(state.engine, view).map(({ row }) => row);
  const idOf = (path: string): string => {
    let prefix = "";
    for (const label of path.split(" > ")) {
      const row = all.find((one) => one.label === label && one.id.startsWith(prefix) && one.id !== prefix);
      if (row === undefined) throw new Error(`No row “${label}” in ${path}: ${all.map((one) => one.label).join(", ")}`);
      prefix = row.id;
    }
    return prefix;
  };
  return ask<EditAnswer>(state, roadmapDrop, { ...view, rows: labels.map(idOf), onto: idOf(onto) });
}

export function filesOf(source: string): Files {
  return parseFixture(source).files;
}

export function uriIn(path: string): string {
  return uriOf(root, path);
}
