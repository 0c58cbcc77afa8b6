import { dirname, joinPath, normalizePath } from "../base/path.ts";
import { withoutSpare } from "../base/spare.ts";
import { isAlphanumeric } from "../syntax/markdown-chars.ts";
import { idPrefix, splitQualified } from "./requirement-id.ts";
import type { Schema } from "./schema.ts";
import type { Target } from "./summary.ts";

/**
 * What a link's text asks for: `GOAL-1`, `[[growth]]`, `[Growth](../goals/growth.md)`, `TEP-12: 0012-name.md`,
 * `/goals/growth.md` or an address. Paths are candidates from the project's folder: beside the file, then from the root.
 */
export function readTarget(text: string, path: string, schema: Schema): Target {
  if (isPlainName(text)) return { type: "name", name: text };
  const plain = text.trim().replace(/^<(.*)>$/s, "$1");
  const wikilink = /^\[\[([^\]]+)\]\]$/.exec(plain)?.[1];
  if (wikilink !== undefined) return readWikilink(wikilink, path, schema);
  const destination = /^!?\[[^\]]*\]\(\s*<?([^)\s>]+)(?:[>\s][^)]*)?\)$/.exec(plain)?.[1];
  if (destination !== undefined) return readDestination(destination, path);
  if (isAddress(plain)) return { type: "url" };
  if (splitQualified(schema, plain) !== undefined) return { type: "name", name: plain };
  const labelled = /^[^:/]*:\s+(\S+)$/.exec(plain)?.[1];
  if (labelled !== undefined && (looksLikePath(labelled) || isAddress(labelled)))
    return readDestination(labelled, path);
  if (looksLikePath(plain)) return readDestination(plain, path);
  return { type: "name", name: plain };
}

/** Letters, digits, `-` and `_`, as in most ids: nothing of a path, an address or a link. */
function isPlainName(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isAlphanumeric(code) && code !== 45 && code !== 95) return false;
  }
  return text !== "";
}

/** A Markdown link's destination, in the body or in a field. */
export function readDestination(destination: string, path: string): Target {
  if (isAddress(destination)) return { type: "url" };
  const hash = destination.indexOf("#");
  const anchor = hash < 0 ? undefined : decode(destination.slice(hash + 1));
  const behind = hash < 0 ? destination : destination.slice(0, hash);
  const written = decode(behind.includes("?") ? behind.replace(/\?.*$/, "") : behind);
  return { type: "path", paths: candidates(written, path), anchor };
}

/** Whether a text would be meant as a link where prose may stand as well: an id, a `[[link]]`, a Markdown link, a path. */
export function looksLikeTarget(text: string): boolean {
  const plain = text.trim();
  return /^\[/.test(plain) || idPrefix(plain) !== undefined || isAddress(plain) || /^\S+\.md(#\S*)?$/.test(plain);
}

/** `https://…`, `mailto:…`, `//host/…`. */
export function isAddress(text: string): boolean {
  return /^([a-z][a-z0-9+.-]*:)?\/\//i.test(text) || /^(mailto|tel|data|javascript|vscode|command):/i.test(text);
}

function readWikilink(inner: string, path: string, schema: Schema): Target {
  const name = inner.split("|")[0]!.split("#")[0]!.trim();
  if (splitQualified(schema, name) === undefined && looksLikePath(name)) return readDestination(name, path);
  return { type: "name", name };
}

function looksLikePath(text: string): boolean {
  return /\.(md|markdown)(#.*)?$/i.test(text) || (/^[^\s]+\/[^\s]+$/.test(text) && !text.includes(" "));
}

/** Beside the file first, then from the root; a name without an ending may leave `.md` out. */
function candidates(written: string, path: string): readonly string[] {
  const isRooted = written.startsWith("/");
  // What leads up from the root leads nowhere.
  const fromRoot = written.startsWith("../") ? ".." : normalizePath(written.replace(/^\/+/, ""));
  const beside = isRooted ? fromRoot : besideOf(dirname(path), written);
  const isNamed = /\.[a-z0-9]+$/i.test(written);
  const found: string[] = [];
  for (const candidate of beside === fromRoot ? [fromRoot] : [beside, fromRoot]) {
    if (candidate.startsWith("..")) continue;
    found.push(candidate);
    if (!isNamed) found.push(`${candidate}.md`);
  }
  return withoutSpare(found);
}

/** Most links go up some folders and down into others, which takes no look at the parts of a path. */
function besideOf(folder: string, written: string): string {
  let from = folder;
  let rest = written;
  while (from !== "" && rest.startsWith("../")) {
    from = dirname(from);
    rest = rest.slice(3);
  }
  return joinPath(from, rest);
}

function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
