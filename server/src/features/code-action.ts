import type { CodeAction, CodeActionParams, Diagnostic } from "vscode-languageserver";
import type { Document } from "../base/document.ts";
import type { Range } from "../base/lines.ts";
import type { Problem } from "../rules/problem.ts";
import type { Project } from "../workspace/project.ts";
import type { Found } from "../workspace/query.ts";
import { workspaceEdit } from "./edit.ts";
import type { Feature, State } from "./feature.ts";
import { fixes } from "./fixes/all.ts";

/** Quick fixes for the problems under the cursor; the best one of each problem is preferred. */
export const codeAction: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: ["quickfix"] } }),
  requests: { "textDocument/codeAction": (params: CodeActionParams, state) => actionsAt(params, state) },
};

function actionsAt({ textDocument, range, context }: CodeActionParams, state: State): CodeAction[] {
  if (context.only !== undefined && !context.only.some((kind) => "quickfix".startsWith(kind))) return [];
  const document = state.document(textDocument.uri);
  const located = state.workspace.locate(textDocument.uri);
  if (document === undefined || located === undefined) return [];
  const { project, path } = located;
  return state.engine
    .problems(textDocument.uri)
    .filter((problem) => touches(problem.range, range))
    .flatMap((problem) => {
      const diagnostics = context.diagnostics.filter((shown) => isShownAs(problem, shown));
      return fixActions(problem, document, project, path).map(
        ({ title, edits }, index): CodeAction => ({
          title: state.tell(title),
          kind: "quickfix",
          isPreferred: index === 0,
          edit: workspaceEdit(document, edits),
          ...(diagnostics.length === 0 ? {} : { diagnostics }),
        }),
      );
    });
}

/** The edits that mend a problem, the best one first. */
export function fixActions(problem: Problem, document: Document, project: Project, path: string) {
  const found = itemOf(problem, project, path);
  return fixes
    .filter((fix) => fix.mends(problem))
    .flatMap((fix) => fix.actions({ problem, document, project, path, found }));
}

/** The item that a problem is about; of two with one id the one that stands where the problem does. */
function itemOf(problem: Problem, project: Project, path: string): Found | undefined {
  const items = project.summary(path)?.items ?? [];
  const index = items.findIndex(({ key }) => key === problem.item);
  return index < 0 ? undefined : project.query.at(path, index);
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range["start"], b: Range["start"]): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function isShownAs(problem: Problem, { code, range }: Diagnostic): boolean {
  return (
    code === problem.rule &&
    range.start.line === problem.range.start.line &&
    range.start.character === problem.range.start.character
  );
}
