import type { InlayHint, InlayHintParams } from "vscode-languageserver";
import { type Document, documentOffset, documentPosition } from "../base/document.ts";
import { isIn, type Range } from "../base/lines.ts";
import { showStatus } from "../model/phase.ts";
import { type Places, placeRange } from "../model/places.ts";
import { idPrefix } from "../model/requirement-id.ts";
import type { Entry, Summary } from "../model/summary.ts";
import { resolveMention } from "../workspace/mentions.ts";
import { statusOf } from "../workspace/plan.ts";
import type { Project } from "../workspace/project.ts";
import type { Found, Query, Resolution } from "../workspace/query.ts";
import type { Feature, State } from "./feature.ts";
import { locationOf } from "./location.ts";

/** Title and status behind ids, which say nothing to most people. */
export const inlayHint: Feature = {
  capabilities: ({ textDocument }) => (textDocument?.inlayHint === undefined ? undefined : { inlayHintProvider: true }),
  refresh: ({ workspace }) =>
    workspace?.inlayHint?.refreshSupport === true ? "workspace/inlayHint/refresh" : undefined,
  requests: { "textDocument/inlayHint": (params: InlayHintParams, state) => hintsIn(params, state) },
};

function hintsIn({ textDocument: { uri }, range }: InlayHintParams, state: State): readonly InlayHint[] {
  const { inlayHints: choice } = state.settings(uri);
  const document = state.document(uri);
  const located = state.workspace.locate(uri);
  const file = located?.project.summary(located.path);
  const places = located?.project.places(located.path);
  if (choice === "off" || document === undefined || located === undefined) return [];
  if (file === undefined || places === undefined) return [];
  const { project } = located;
  const named = [...inFields(file, project.query), ...(choice === "everywhere" ? inText(file, project.query) : [])];
  const hints = new Map<number, InlayHint>();
  for (const { entry, lookUp } of named) {
    const offset = endOf(entry, places, range, document);
    if (offset === undefined || hints.has(offset)) continue;
    const resolution = lookUp();
    const hint =
      resolution.type === "item" ? hintFor(resolution.found, documentPosition(document, offset), project) : undefined;
    if (hint !== undefined) hints.set(offset, hint);
  }
  return [...hints.values()];
}

interface Named {
  readonly entry: Entry;
  /** What it leads to; asked for only where it is looked at. */
  readonly lookUp: () => Resolution;
}

function* inFields(file: Summary, query: Query): Iterable<Named> {
  for (const [index, { fields }] of file.items.entries()) {
    for (const { links } of fields.values()) {
      for (const { text, entry, target } of links) {
        // A path or a title tells by itself what it leads to.
        if (target.type !== "name" || idPrefix(text.trim()) === undefined) continue;
        yield { entry, lookUp: () => query.resolve(query.at(file.path, index)!, target) };
      }
    }
  }
}

function* inText(file: Summary, query: Query): Iterable<Named> {
  for (const mention of file.mentions) {
    if (mention.form === "section" || idPrefix(mention.text.slice(mention.text.lastIndexOf("/") + 1)) === undefined)
      continue;
    yield { entry: mention.entry, lookUp: () => resolveMention(mention, file, query) };
  }
}

/** Behind the id, its quotes or its brackets; undefined outside the lines that are looked at, and where other words follow. */
function endOf(entry: Entry, places: Places, range: Range, document: Document): number | undefined {
  const { start, end } = placeRange(places, entry);
  if (!isIn(range, start)) return undefined;
  const { text } = document;
  const offset = documentOffset(document, end);
  const before = text[documentOffset(document, start) - 1];
  if ((before === '"' || before === "'") && text[offset] === before) return offset + 1;
  if (before !== "[" || !text.startsWith("[[", documentOffset(document, start) - 2)) return offset;
  return text.startsWith("]]", offset) ? offset + 2 : undefined;
}

/** VS Code cuts off what is longer, and the status stands at the end. */
const longest = 42;

function hintFor(found: Found, position: InlayHint["position"], project: Project): InlayHint | undefined {
  const { item, file } = found;
  const status = statusOf(found);
  const shown = status === undefined ? "" : showStatus(status);
  const room = longest - (shown === "" ? 0 : shown.length + 3);
  const words = [item.titled ? shortened(item.title, room) : "", shown].filter((word) => word !== "");
  if (words.length === 0) return undefined;
  const location = locationOf(project, file.path, item.entry);
  const value = words.join(" · ");
  return { position, label: location === undefined ? value : [{ value, location }], paddingLeft: true };
}

function shortened(title: string, room: number): string {
  if (title.length <= room) return title;
  return `${title.slice(0, Math.max(8, room - 1)).replace(/(?<![\s,;:.])[\s,;:.]+$/, "")}…`;
}
