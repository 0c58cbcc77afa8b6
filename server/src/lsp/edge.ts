import type { Document } from "../base/document.ts";
import type { Position } from "../base/lines.ts";
import { canonicalUri } from "../base/uri.ts";
import { type Encoding, positionIn, positionOut } from "./encoding.ts";

/**
 * Where the client's world ends: its spelling of URIs and its way of counting columns are translated here, in and out,
 * and nowhere else. A position belongs to the document that stands nearest around it: `{ uri, range }`,
 * `{ textDocument: { uri }, position }`, `changes: { [uri]: [{ range }] }`, `targetUri` and its ranges, the ranges beside the
 * `from` of a call. Who is called from the item that was asked about is called from places in that item's document.
 */
export interface Edge {
  readonly encoding: Encoding;
  /** The text in which columns are counted; undefined where bytes and UTF-16 units are the same or the text is not to be had. */
  document(uri: string): Document | undefined;
  /** How the client writes the URI of a file that it has open. */
  spelling(uri: string): string;
}

export function incoming<T>(params: T, edge: Edge): T {
  const position = (value: Position, uri: string | undefined) => {
    const document = uri === undefined ? undefined : edge.document(uri);
    return document === undefined ? value : positionIn(document, value, edge.encoding);
  };
  return walk(params, undefined, canonicalUri, position, 0) as T;
}

export function outgoing<T>(result: T, edge: Edge, around: string | undefined): T {
  const position = (value: Position, uri: string | undefined) => {
    const document = uri === undefined ? undefined : edge.document(uri);
    return document === undefined ? value : positionOut(document, value, edge.encoding);
  };
  return walk(result, around, (uri) => edge.spelling(uri), position, 0, true) as T;
}

/** The files in which an answer has positions, so that those that are closed can be read before it is translated. */
export function placesIn(result: unknown, around: string | undefined): ReadonlySet<string> {
  const uris = new Set<string>();
  const position = (value: Position, uri: string | undefined) => {
    if (uri !== undefined && value.character > 0) uris.add(uri);
    return value;
  };
  walk(result, around, (uri) => uri, position, 0, true);
  return uris;
}

type Translate = (position: Position, uri: string | undefined) => Position;

/** Deep enough for any answer, and an end to anything else. */
const deepest = 64;

/**
 * Copies only what changes. `around` is a canonical URI; `rename` turns a URI into how it is written on the other side.
 * `data` and command arguments come back as they went and mean nothing to the client.
 */
function walk(
  value: unknown,
  around: string | undefined,
  rename: (uri: string) => string,
  translate: Translate,
  depth: number,
  isOut = false,
): unknown {
  if (typeof value !== "object" || value === null || depth > deepest) return value;
  const next = (child: unknown, uri: string | undefined) => walk(child, uri, rename, translate, depth + 1, isOut);
  if (Array.isArray(value))
    return sameOr(
      value,
      value.map((child) => next(child, around)),
    );
  if (isPosition(value)) return translate(value, around);
  const entries = value as Record<string, unknown>;
  const own = ownUri(entries);
  const here = own === undefined ? around : isOut ? own : canonicalUri(own);
  let changed: Record<string, unknown> | undefined;
  for (const [key, child] of Object.entries(entries)) {
    let translated: unknown;
    if (key === "data" || key === "arguments") continue;
    if (isUriKey(key) && typeof child === "string") translated = rename(child);
    else if (key === "changes" && isOut) translated = changesBy(child, rename, next);
    else if (key === "originSelectionRange") translated = next(child, around);
    else translated = next(child, here);
    if (translated !== child) (changed ??= { ...entries })[key] = translated;
  }
  return changed ?? value;
}

function changesBy(
  changes: unknown,
  rename: (uri: string) => string,
  next: (child: unknown, uri: string | undefined) => unknown,
): unknown {
  if (typeof changes !== "object" || changes === null || Array.isArray(changes)) return changes;
  return Object.fromEntries(Object.entries(changes).map(([uri, edits]) => [rename(uri), next(edits, uri)]));
}

function sameOr(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return after.every((child, index) => child === before[index]) ? before : after;
}

function isPosition(value: object): value is Position {
  return (
    "line" in value && "character" in value && typeof value.line === "number" && typeof value.character === "number"
  );
}

const uriKeys = new Set(["uri", "targetUri", "oldUri", "newUri", "folder"]);

function isUriKey(key: string): boolean {
  return uriKeys.has(key);
}

function ownUri({ uri, targetUri, textDocument, from }: Record<string, unknown>): string | undefined {
  const named = uri ?? targetUri ?? uriIn(textDocument) ?? uriIn(from);
  return typeof named === "string" ? named : undefined;
}

function uriIn(value: unknown): unknown {
  return typeof value === "object" && value !== null && "uri" in value ? value.uri : undefined;
}
