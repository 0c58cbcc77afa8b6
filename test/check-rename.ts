import assert from "node:assert/strict";
import type { ClientCapabilities, RenameFile, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import { documentOffset } from "../server/src/base/document.ts";
import { applyEdits, type TextEdit } from "../server/src/base/span.ts";
import { pathOf, uriOf } from "../server/src/base/uri.ts";
import { Refusal } from "../server/src/features/refusal.ts";
import { root } from "./check.ts";
import { ask } from "./check-places.ts";
import { type FeatureState, featureState } from "./feature-state.ts";
import { checkText, dedent } from "./fixture.ts";

/** An editor that can do everything that has to do with renaming. */
const ableClient: ClientCapabilities = {
  textDocument: { rename: { prepareSupport: true } },
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ["rename"] },
    fileOperations: { willRename: true },
  },
};

/**
 * Renames what stands at the cursor, and compares what changes: each line as it is then, and each file that goes elsewhere.
 * Where it is refused, the sentence that says why.
 *
 *     goals/growth.md:3 id: GOAL-2
 *     goals/goal-1.md → goals/goal-2.md
 */
export function checkRename(source: string, newName: string, expected: string, client = ableClient): void {
  const asked = renameState(source, client);
  checkText(
    shown(asked, () => ask<WorkspaceEdit | null>("textDocument/rename", asked, { newName })),
    dedent(expected),
  );
}

/** The word that is renamed at the cursor, in guillemets in its line, with the name that it begins with; or why it cannot be. */
export function checkPrepare(source: string, expected: string): void {
  const asked = renameState(source, ableClient);
  const answer = orRefusal(() => ask<Prepared | null>("textDocument/prepareRename", asked));
  const line = answer === null ? "nothing" : typeof answer === "string" ? answer : wordIn(answer, asked);
  checkText(`${line}\n`, dedent(expected));
}

/** Moves files and folders, and compares what changes in the texts before they go. The fixture's cursor is anywhere. */
export function checkMove(source: string, moves: Readonly<Record<string, string>>, expected: string): void {
  const asked = renameState(source, ableClient);
  const files = Object.entries(moves).map(([from, to]) => ({ oldUri: uriOf(root, from), newUri: uriOf(root, to) }));
  checkText(
    shown(asked, () => ask<WorkspaceEdit | null>("workspace/willRenameFiles", asked, { files })),
    dedent(expected),
  );
}

function renameState(source: string, client: ClientCapabilities): FeatureState {
  const asked = featureState(source);
  return { ...asked, state: { ...asked.state, client } };
}

interface Prepared {
  readonly range: { readonly start: FeatureState["position"]; readonly end: FeatureState["position"] };
  readonly placeholder: string;
}

function wordIn({ range: { start, end }, placeholder }: Prepared, { state, uri }: FeatureState): string {
  const line = state.document(uri)!.text.split("\n")[start.line]!;
  const word = `${line.slice(0, start.character)}«${line.slice(start.character, end.character)}»${line.slice(end.character)}`;
  return `${word.trim()} as ${placeholder}`;
}

function orRefusal<T>(answer: () => T): T | string {
  try {
    return answer();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

function shown({ state }: FeatureState, answer: () => WorkspaceEdit | null): string {
  const edit = orRefusal(answer);
  if (typeof edit === "string") return `${edit}\n`;
  const lines: string[] = [];
  for (const [uri, edits] of textsIn(edit)) {
    const document = state.document(uri);
    assert.ok(document !== undefined, `there is no ${uri}`);
    const spans = edits.map(({ range, newText }): TextEdit => {
      const span = { start: documentOffset(document, range.start), end: documentOffset(document, range.end) };
      return { span, newText };
    });
    assertApart(spans);
    const path = pathOf(root, uri);
    const before = document.text.split("\n");
    const after = applyEdits(document.text, spans).split("\n");
    const added = after.length - before.length;
    for (const [at, line] of after.entries()) {
      const isSame = before.includes(line) && (added === 0 ? before[at] === line : true);
      if (!isSame) lines.push(`${path}:${at + 1} ${line.replace("\r", "")}`);
    }
  }
  for (const { oldUri, newUri } of movesIn(edit))
    lines.push([oldUri, newUri].map((uri) => pathOf(root, uri)).join(" → "));
  return lines.map((line) => `${line}\n`).join("");
}

/** The edits of each file, in the order of their paths. */
function textsIn(edit: WorkspaceEdit | null) {
  const changes = (edit?.documentChanges ?? []).filter((change): change is TextDocumentEdit => "edits" in change);
  const all = [
    ...changes.map(
      ({ textDocument, edits }) => [textDocument.uri, edits as NonNullable<WorkspaceEdit["changes"]>[string]] as const,
    ),
    ...Object.entries(edit?.changes ?? {}),
  ];
  return all.sort(([a], [b]) => (a < b ? -1 : 1));
}

function movesIn(edit: WorkspaceEdit | null): readonly RenameFile[] {
  return (edit?.documentChanges ?? []).filter(
    (change): change is RenameFile => "kind" in change && change.kind === "rename",
  );
}

function assertApart(edits: readonly TextEdit[]): void {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  for (const [at, { span }] of sorted.entries())
    assert.ok(at === 0 || sorted[at - 1]!.span.end <= span.start, "two edits overlap");
}
