import assert from "node:assert/strict";
import type { ClientCapabilities, CodeAction, CodeActionContext, WorkspaceEdit } from "vscode-languageserver";
import { type Document, documentOffset } from "../server/src/base/document.ts";
import { applyEdits } from "../server/src/base/span.ts";
import { codeAction } from "../server/src/features/code-action.ts";
import type { State } from "../server/src/features/feature.ts";
import { root } from "./check.ts";
import { featureState } from "./feature-state.ts";
import { checkText, dedent, parseFixture } from "./fixture.ts";

/** A client that can do everything that ours can. */
export const able: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename", "delete"] } },
  textDocument: {
    codeAction: { dataSupport: true, disabledSupport: true, resolveSupport: { properties: ["edit"] } },
  },
};

export interface ActionOptions {
  /** How many columns behind the cursor are selected. */
  readonly columns?: number;
  readonly client?: ClientCapabilities;
  readonly commands?: readonly string[];
  readonly only?: readonly string[];
}

/** What is on offer at the cursor of a fixture. */
export function actionsAt(source: string, { client = able, commands = [], only, columns = 0 }: ActionOptions = {}) {
  const { state: plain, uri, position } = featureState(source);
  const state: State = { ...plain, client, options: { commands } };
  const context: CodeActionContext = {
    diagnostics: [],
    triggerKind: 1,
    ...(only === undefined ? {} : { only: [...only] }),
  };
  const ask = codeAction.requests["textDocument/codeAction"]!;
  const end = { ...position, character: position.character + columns };
  const params = { textDocument: { uri }, range: { start: position, end }, context };
  const actions = ask(params as never, state, undefined as never) as readonly CodeAction[];
  const resolve = (action: CodeAction): CodeAction =>
    action.edit !== undefined || action.data === undefined
      ? action
      : (codeAction.requests["codeAction/resolve"]!(action as never, state, undefined as never) as CodeAction);
  return { actions, resolve, state };
}

/** Chooses the action whose title begins so, and compares all files that are different then. */
export function checkAction(title: string, source: string, expected: string, options: ActionOptions = {}): void {
  const { actions, resolve, state } = actionsAt(source, options);
  const action = actions.find((one) => one.title.startsWith(title));
  assert.ok(action !== undefined, `“${title}” is among ${actions.map((one) => one.title).join(" | ")}`);
  const { edit } = resolve(action);
  assert.ok(edit !== undefined, `“${title}” has an edit`);
  const before = new Map([...parseFixture(source).files].map(([path, text]) => [`${root}/${path}`, text]));
  const after = applied(edit, before, (uri) => state.document(uri));
  const changed = [...after].filter(([uri, text]) => before.get(uri) !== text);
  const gone = [...before.keys()].filter((uri) => !after.has(uri));
  const shown = [
    ...changed.map(([uri, text]) => `//- ${uri.slice(root.length + 1)}\n${text}`),
    ...gone.map((uri) => `//- ${uri.slice(root.length + 1)} is gone\n`),
  ];
  checkText(shown.join(""), dedent(expected));
}

/** What an editor has when it has done what an edit says. */
export function applied(
  { changes = {}, documentChanges = [] }: WorkspaceEdit,
  files: ReadonlyMap<string, string>,
  document: (uri: string) => Document | undefined = (uri) => ({ uri, text: files.get(uri)! }),
): ReadonlyMap<string, string> {
  const after = new Map(files);
  type Written = NonNullable<WorkspaceEdit["changes"]>[string];
  const write = (uri: string, edits: Written): void => {
    const text = after.get(uri)!;
    const there = text === files.get(uri) ? document(uri)! : { uri, text };
    assert.ok(there !== undefined, `${uri} is there`);
    const spans = edits.map(({ range, newText }) => ({
      span: { start: documentOffset(there, range.start), end: documentOffset(there, range.end) },
      newText,
    }));
    after.set(uri, applyEdits(text, spans));
  };
  for (const [uri, edits] of Object.entries(changes)) write(uri, edits);
  for (const change of documentChanges) {
    if (!("kind" in change)) write(change.textDocument.uri, change.edits as Written);
    else if (change.kind === "create") after.set(change.uri, "");
    else if (change.kind === "delete") after.delete(change.uri);
    else {
      after.set(change.newUri, after.get(change.oldUri)!);
      after.delete(change.oldUri);
    }
  }
  return after;
}
