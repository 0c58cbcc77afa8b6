import type { Summary } from "../model/summary.ts";
import type { Found, Query, Resolution } from "./query.ts";

/** A query while it looks for where a link leads. */
export interface Resolving extends Query {
  /** The item that a document names as its parent. */
  parentOf(document: Found): Found | undefined;
}

/** The id of a requirement is local to the document, then to the document that its item names as parent. */
export function resolveRequirement(query: Resolving, file: Summary, name: string): Resolution {
  const document = documentOf(query, file);
  if (document === undefined) return nothing;
  const own = requirementIn(query, document, name);
  if (own !== undefined) return { type: "item", found: own };
  const parent = query.parentOf(document);
  const inherited = parent === undefined ? undefined : requirementIn(query, parent, name);
  return inherited === undefined ? nothing : { type: "item", found: inherited };
}

/** Two documents that go by one name have their requirements for themselves. */
function requirementIn(query: Query, document: Found, name: string): Found | undefined {
  const all = query.claims(`${document.item.key}/${name}`);
  return all.find(({ file }) => file.path === document.file.path) ?? all[0];
}

/** The first of several paths at which something lies, and the item that it is, if it is one. */
export function resolvePath(query: Query, paths: readonly string[]): Resolution {
  for (const path of paths) {
    const file = query.file(path);
    if (file !== undefined) {
      const document = documentOf(query, file);
      return document === undefined ? { type: "file", path } : { type: "item", found: document };
    }
    if (query.exists(path) === true) return { type: "file", path };
  }
  return nothing;
}

/** The item that is the document itself. */
function documentOf(query: Query, file: Summary): Found | undefined {
  const index = file.items.findIndex((item) => item.site === "document");
  return index < 0 ? undefined : query.at(file.path, index);
}

const nothing: Resolution = { type: "nothing" };
