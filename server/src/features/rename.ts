import type { PrepareRenameParams, RenameParams, WorkspaceEdit } from "vscode-languageserver";
import { type Document, documentOffset } from "../base/document.ts";
import type { Range } from "../base/lines.ts";
import { memo } from "../base/memo.ts";
import { say, type Words } from "../base/say.ts";
import { named } from "../edits/renaming/check-new-id.ts";
import { textsFor } from "../edits/renaming/file-edits.ts";
import { type Answer, renameItem } from "../edits/renaming/rename-item.ts";
import type { Renaming } from "../edits/renaming/renaming.ts";
import type { Found } from "../workspace/query.ts";
import type { Feature, State } from "./feature.ts";
import { Refusal } from "./refusal.ts";
import { allEdits, movesFiles, renameEdit } from "./rename-edit.ts";
import { type Spot, spotAt } from "./spot.ts";

/** An id gets another one everywhere: where it is defined, in links, texts and headings, and in the name of its file. */
export const rename: Feature = {
  capabilities: (client) => ({
    renameProvider: client.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
  }),
  requests: {
    "textDocument/prepareRename": (params: PrepareRenameParams, state) => prepare(params, state),
    "textDocument/rename": (params: RenameParams, state) => renameAt(params, state),
  },
  reads: (params: RenameParams, state) => {
    if (params.newName === undefined) return [];
    const renaming = answerTo(params, state)?.renaming;
    return renaming === undefined ? [] : textsFor(renaming);
  },
  needsAllFiles: true,
};

/** What is renamed at a place: the word as it stands there, and the name that it is to begin with. */
function prepare({ textDocument, position }: PrepareRenameParams, state: State) {
  const spot = spotAt(state, textDocument.uri, position);
  if (spot === undefined) return null;
  const found = targetOf(spot);
  if (found === undefined) return null;
  const placeholder = nameOf(found);
  return { range: wordIn(spot, placeholder, state.document(textDocument.uri)), placeholder };
}

/** Of a link with a text and an address, the word that is the id. */
function wordIn({ range }: Spot, name: string, document: Document | undefined): Range {
  if (document === undefined || range.start.line !== range.end.line) return range;
  const start = documentOffset(document, range.start);
  const at = document.text.slice(start, documentOffset(document, range.end)).indexOf(name);
  if (at < 0) return range;
  const { line, character } = range.start;
  return { start: { line, character: character + at }, end: { line, character: character + at + name.length } };
}

function renameAt(params: RenameParams, state: State): WorkspaceEdit | null {
  const answer = answerTo(params, state);
  if (answer === undefined) return null;
  if (answer.refusal !== undefined) throw new Refusal(answer.refusal);
  return editOf(answer.renaming, state);
}

/** A renaming as one edit, texts first and files then. */
export function editOf(renaming: Renaming, state: State): WorkspaceEdit {
  const [name] = renaming.names.values();
  const label = state.tell(name === undefined ? say`Links` : say`${name.from} becomes ${name.to}`);
  return renameEdit(allEdits([renaming], state), renaming.moves.all, label, state);
}

function answerTo(params: RenameParams, state: State): Answer | undefined {
  const known = answers(params);
  known.answer ??= { found: renameFrom(params, state) };
  return known.answer.found;
}

/** It is asked for twice for one request: once for what has to be read. */
const answers = memo((_: RenameParams) => ({
  answer: undefined as { readonly found: Answer | undefined } | undefined,
}));

/** What renaming the item at a place comes to; undefined where nothing of ours stands. */
export function renameFrom(
  { textDocument, position, newName }: RenameParams,
  state: State,
  keeps = false,
): Answer | undefined {
  const spot = spotAt(state, textDocument.uri, position);
  const target = spot === undefined ? undefined : targetOf(spot);
  if (spot === undefined || target === undefined) return undefined;
  const taken = state.taken(spot.project.root);
  return renameItem(spot.project, target, newName, { movesFiles: movesFiles(state), keeps, taken });
}

/** What is written in the place of the name: an id, the name of a file, or a title. */
function nameOf({ item, file }: Found): string {
  if (item.id !== undefined) return item.id;
  return item.site === "document" ? file.stem : item.title;
}

/** The item that is meant. Undefined where a Markdown link's address is: editors rename files by themselves there. */
function targetOf(spot: Spot): Found | undefined {
  switch (spot.type) {
    case "item":
      return itemOf(spot);
    case "key":
      throw new Refusal(say`“${spot.field.name}” is the name of a field, which only throughline.yaml can change.`);
    case "kind":
      throw new Refusal(say`This says what the document is. Choose another kind instead, such as feature or goal.`);
    case "rule":
      throw new Refusal(say`${spot.rule} is the name of a rule, and cannot be another one.`);
    case "value":
      throw new Refusal(valueReason(spot));
  }
}

function itemOf({ form, items }: Extract<Spot, { readonly type: "item" }>): Found | undefined {
  const [first, second] = items;
  if (form === "address" || first === undefined) return undefined;
  if (second !== undefined)
    throw new Refusal(
      say`This may be ${named(first.item)} or ${named(second.item)}: go to the one that you mean and rename it there.`,
    );
  if (form === "site" && first.item.id === undefined && first.item.site === "document")
    throw new Refusal(
      say`${first.item.title} has no id, so links to it go by the name of its file. Rename the file, and they follow.`,
    );
  return first;
}

function valueReason({ field, text }: Extract<Spot, { readonly type: "value" }>): Words {
  if (field.type === "link") return say`No item goes by the name “${text}”, so there is nothing to rename.`;
  if (field.name === "aliases")
    return say`${text} is a former id. Rename the item where its id stands, or take this one out.`;
  if (field.name === "title")
    return say`A title is changed where it stands: no link goes by it. What can be renamed is the id.`;
  return say`Only ids can be renamed, and “${text}” is none.`;
}
