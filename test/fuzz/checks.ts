import assert from "node:assert/strict";
import type { CancellationToken } from "vscode-languageserver";
import type { Document } from "../../server/src/base/document.ts";
import { documentLineStarts, documentPosition } from "../../server/src/base/document.ts";
import { settleLineEnds } from "../../server/src/base/line-ends.ts";
import type { Position, Range } from "../../server/src/base/lines.ts";
import type { TextEdit } from "../../server/src/base/span.ts";
import { features } from "../../server/src/features/all.ts";
import type { State } from "../../server/src/features/feature.ts";
import { Refusal } from "../../server/src/features/refusal.ts";
import { Documents } from "../../server/src/lsp/documents.ts";
import { positionOut } from "../../server/src/lsp/encoding.ts";
import { defaultSettings } from "../../server/src/settings.ts";
import { mends, surroundings } from "../fixes.ts";
import type { Random } from "../judge/spoil.ts";
import type { World } from "../world.ts";
import { textAt } from "./steps.ts";

/** Every place that is named lies in its text: of problems, of what is related to them, of all that the file says. */
export function checkPlaces(world: World, uri: string): void {
  const document = { uri, text: textAt(world, uri) };
  const { workspace } = world.engine;
  for (const { rule, range, related } of world.engine.problems(uri)) {
    checkRange(document, range, rule);
    const project = workspace.locate(uri)!.project;
    for (const place of related) {
      const there = project.uriOf(place.path);
      checkRange({ uri: there, text: textAt(world, there) }, place.range, `what is related to ${rule}`);
    }
  }
  const located = workspace.locate(uri);
  const places = located?.project.places(located.path);
  if (places === undefined) return;
  const starts = documentLineStarts(document);
  for (let at = 0; at < places.length; at += 2) {
    const line = starts[places[at]!];
    assert.ok(
      line !== undefined && line + places[at + 1]! <= document.text.length,
      "a place of the file is in its text",
    );
  }
}

/** Fixes stay in the text, and their edits do not overlap. */
export function checkFixes(world: World, uri: string): void {
  const { engine } = world;
  const located = engine.workspace.locate(uri);
  if (located === undefined || engine.workspace.isConfig(uri)) return;
  const document = { uri, text: textAt(world, uri) };
  for (const problem of engine.problems(uri))
    for (const { title, edits } of mends(problem, surroundings(engine, document)))
      checkEdits(edits, document.text.length, `${problem.rule}: ${title}`);
}

function checkEdits(edits: readonly TextEdit[], length: number, what: string): void {
  let at = 0;
  for (const { span } of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    assert.ok(at <= span.start && span.start <= span.end && span.end <= length, `${what} edits apart and in the text`);
    at = span.end;
  }
}

/** Whatever an editor may ask about a place is answered, and with places that exist. */
export function checkRequests(world: World, uri: string, pick: Random): void {
  const document = { uri, text: textAt(world, uri) };
  const [a, b] = [pick(document.text.length + 1), pick(document.text.length + 1)];
  const position = documentPosition(document, a);
  const params = {
    textDocument: { uri },
    position,
    range: { start: documentPosition(document, Math.min(a, b)), end: documentPosition(document, Math.max(a, b)) },
    context: { diagnostics: [], includeDeclaration: true },
    positions: [position],
    newName: "GOAL-9",
  };
  const state = stateOf(world);
  for (const { requests } of features) {
    for (const [method, handle] of Object.entries(requests)) {
      if (!asked.test(method)) continue;
      const answer = orRefused(() => handle(params as never, state, never));
      checkAnswer(world, answer, uri, method);
    }
  }
}

const asked = /^textDocument\/(?!.*ormatting)|^throughline\/roadmap\/groupings$/;

/** A sentence that says why not is an answer, too. */
function orRefused(answer: () => unknown): unknown {
  try {
    return answer();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function stateOf(world: World): State {
  const { engine } = world;
  return {
    engine,
    workspace: engine.workspace,
    client: {},
    options: {},
    document: (uri) => engine.workspace.document(uri) ?? { uri, text: textAt(world, uri) },
    version: () => undefined,
    settings: () => ({ ...defaultSettings, codeLens: "item", inlayHints: "everywhere" }),
    taken: () => [],
    takenSoFar: () => [],
    tell: String,
    figures: () => {
      throw new Error("Nobody asks for figures here.");
    },
  };
}

const never: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => {} }),
};

/** Ranges stand beside the URI of their document, or belong to the one that was asked about. */
function checkAnswer(world: World, value: unknown, around: string, what: string): void {
  if (typeof value !== "object" || value === null) return;
  const { uri, targetUri, textDocument, start, end } = value as Record<string, unknown>;
  const named = uri ?? targetUri ?? (textDocument as { readonly uri?: unknown } | undefined)?.uri;
  const here = typeof named === "string" ? named : around;
  if (typeof start === "object" && typeof end === "object") {
    checkRange({ uri: here, text: textAt(world, here) }, value as Range, what);
    return;
  }
  for (const [key, child] of Object.entries(value))
    checkAnswer(world, child, key.startsWith("file:") ? key : here, what);
}

function checkRange(document: Document, { start, end }: Range, what: string): void {
  const starts = documentLineStarts(document);
  const offset = ({ line, character }: Position): number => {
    const from = starts[line];
    const next = starts[line + 1] ?? document.text.length;
    assert.ok(from !== undefined && from + character <= next, `${what}: ${line}:${character} is in ${document.uri}`);
    return from + character;
  };
  assert.ok(offset(start) <= offset(end), `${what} ends behind its start`);
}

/** The edit between two texts, sent as an editor sends it, makes the one of the other, as all that reads it takes it. */
export function checkSync(before: string, after: string, uri: string): void {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  // No editor puts a cursor amid a character or a line's end.
  while (start > 0 && isAmid(before, start)) start--;
  while (end > 0 && isAmid(before, before.length - end)) end--;
  for (const encoding of ["utf-8", "utf-16"] as const) {
    const documents = new Documents(encoding);
    const document = documents.open({ textDocument: { uri, languageId: "markdown", version: 1, text: before } });
    const position = (offset: number) => positionOut(document, documentPosition(document, offset), encoding);
    const range = { start: position(start), end: position(before.length - end) };
    const edited = documents.change(uri, 2, [{ range, text: after.slice(start, after.length - end) }]);
    assert.equal(edited?.text, settleLineEnds(after), `edited in ${encoding}`);
  }
}

function isAmid(text: string, at: number): boolean {
  return /[\ud800-\udbff\r]/.test(text[at - 1] ?? "") && /[\udc00-\udfff\n]/.test(text[at] ?? "");
}
