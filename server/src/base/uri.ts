/**
 * The one spelling of a URI that is used inside. Editors spell the same file differently: `(` or `%28`, `C:` or `c%3A`.
 * This is how VS Code writes it, so that there it needs no translation.
 *
 *     file:///C:/Plans/a (1).md   file:///c%3A/Plans/a%20%281%29.md
 */
export function canonicalUri(uri: string): string {
  if (isCanonical.test(uri)) return uri;
  const match = /^([A-Za-z][\w+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(.*)$/s.exec(uri);
  if (match === null) return uri;
  const [, scheme, authority, path, rest] = match;
  const drive = decode(path!).replace(/^\/[A-Z]:/, (letter) => letter.toLowerCase());
  const start = authority === undefined ? "" : `//${authority}`;
  return `${scheme!.toLowerCase()}:${start}${drive.split("/").map(encode).join("/")}${rest}`;
}

/** The URI of `path` (with `/`, decoded) below the folder `root`, which has no `/` at its end. */
export function uriOf(root: string, path: string): string {
  if (isPlain.test(path)) return `${root}/${path}`;
  return path === "" ? root : `${root}/${path.split("/").map(encode).join("/")}`;
}

/** The path of `uri` below the folder `root`, decoded; empty for the folder itself, undefined when it lies elsewhere. */
export function pathOf(root: string, uri: string): string | undefined {
  if (uri === root) return "";
  if (!uri.startsWith(root) || uri[root.length] !== "/") return undefined;
  return decode(uri.slice(root.length + 1));
}

/** A folder as a project's root: canonical, without the `/` at its end. */
export function folderUri(uri: string): string {
  const canonical = canonicalUri(uri);
  const scheme = canonical.indexOf("://");
  const least = scheme < 0 ? 0 : scheme + 3;
  let end = canonical.length;
  while (end > least && canonical[end - 1] === "/") end--;
  return canonical.slice(0, end);
}

/** The last name of a URI, decoded: `a (1).md`. */
export function nameOf(uri: string): string {
  return decode(uri.slice(uri.lastIndexOf("/") + 1));
}

/** The folder that a URI lies in. */
export function parentUri(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/"));
}

/** Most URIs are in the canonical spelling already; an escape of a letter, or a drive in capitals, is not. */
const isCanonical =
  /^[a-z][a-z\d+.-]*:\/\/[^/?#%]*(?!\/[A-Z]%3A)(?:\/(?:[\w.~-]|%(?:2[\dA-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]|[89A-F][\dA-F]))*)*$/;

/** Most paths are written in a URI as they are. */
const isPlain = /^[\w.~/-]+$/;

/** Half a surrogate pair has no encoding. */
const lone = /\p{Cs}/gu;

function encode(name: string): string {
  const encoded = encodeURIComponent(name.replace(lone, "\uFFFD"));
  return encoded.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** What `%20` and the like stand for; a stray `%` stays what it is. */
export function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[\dA-Fa-f]{2})+/g, (escapes) => {
      try {
        return decodeURIComponent(escapes);
      } catch {
        return escapes;
      }
    });
  }
}
