/**
 * Paths with `/`, as texts: nothing here knows a disk. Relative ones have no `./` in front, and the folder that
 * everything is relative to is the empty path.
 */

/** `specs` for `specs/checkout.md`; empty for a name alone. */
export function dirname(path: string): string {
  const at = path.lastIndexOf("/");
  return at === 0 ? "/" : path.slice(0, Math.max(0, at));
}

/** `checkout.md` for `specs/checkout.md`. */
export function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The name without its last extension: `checkout` for `specs/checkout.md`, `.github` for `.github`. */
export function stem(path: string): string {
  const name = basename(path);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}

/** Resolves `.`, `..` and doubled or trailing slashes; `..` that lead out of a relative path stay in front. */
export function normalizePath(path: string): string {
  if (isNormal(path)) return path;
  const isAbsolute = path.startsWith("/");
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else if (!isAbsolute) kept.push(part);
  }
  return (isAbsolute ? "/" : "") + kept.join("/");
}

/** Whether no segment is empty or begins with a dot, as in most paths. */
function isNormal(path: string): boolean {
  let before = 47;
  for (let at = 0; at < path.length; at++) {
    const code = path.charCodeAt(at);
    if (before === 47 && (code === 47 || code === 46)) return false;
    before = code;
  }
  return before !== 47;
}

/** Goes from folder to folder: an absolute part starts again. `joinPath("specs/pay", "../goals.md")` is `specs/goals.md`. */
export function joinPath(...parts: readonly string[]): string {
  let path = "";
  for (const part of parts) path = part.startsWith("/") || path === "" ? part : part === "" ? path : `${path}/${part}`;
  return normalizePath(path);
}

/**
 * How a document in `folder` writes `path`: `../goals.md` for `specs/goals.md` in `specs/pay`. Both are relative to the
 * same folder, or both absolute, and normalized.
 */
export function relativePath(folder: string, path: string): string {
  const from = folder.split("/").filter((part) => part !== "");
  const to = path.split("/").filter((part) => part !== "");
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

/** Whether `path` is `folder` or lies below it; both normalized. */
export function isInside(folder: string, path: string): boolean {
  if (folder === "") return !path.startsWith("/") && path !== ".." && !path.startsWith("../");
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}
