import { dirname, relativePath } from "../../base/path.ts";
import type { FieldDefinition } from "../../model/kinds.ts";
import type { Project } from "../../workspace/project.ts";
import type { Found } from "../../workspace/query.ts";
import type { Candidate } from "./candidate.ts";
import { type ItemCandidates, itemCandidates, pickItems } from "./item-candidates.ts";
import type { TypedPlace } from "./place.ts";
import { suggestedFor } from "./suggested.ts";

interface From {
  readonly project: Project;
  readonly path: string;
  /** The item whose field it is, where that is known. */
  readonly found: Found | undefined;
}

/** What a link in a field may lead to: by id, or by path for who begins to write one. */
export function linkCandidates(place: TypedPlace, field: FieldDefinition, from: From): ItemCandidates {
  const { project, path, found } = from;
  const { query } = project;
  const isPath = /^\.{0,2}\//.test(place.typed) || place.typed === "..";
  const itself = found === undefined ? [] : [found.item.key];
  const wanted = {
    kinds: field.to,
    typed: place.typed,
    ...(isPath ? { text: (one: Found) => pathTo(one.file.path, place.typed, path).toLowerCase() } : {}),
    except: new Set([...place.others, ...itself].map((name) => name.toLowerCase())),
    suggested: found === undefined ? [] : suggestedFor(found, field.to, project),
  };
  if (!isPath) return itemCandidates(wanted, query);
  const picked = pickItems(wanted, query);
  const documents = picked.found.filter(({ item }) => item.site === "document");
  return { candidates: documents.map((one) => pathCandidate(one, place.typed, path)), isCut: picked.isCut };
}

/** The path of an item's document as the file at `from` writes it, in the form that is begun. */
function pathCandidate({ file, item }: Found, typed: string, from: string): Candidate {
  const label = pathTo(file.path, typed, from);
  return {
    label,
    title: item.title,
    ...(item.id === undefined ? {} : { detail: item.id }),
    filter: `${label} ${item.key} ${item.title}`,
    type: "path",
  };
}

/** `/goals/growth.md` for who begins with a slash, else `../goals/growth.md`, and `./growth.md` for who begins so. */
export function pathTo(path: string, typed: string, from: string): string {
  if (typed.startsWith("/")) return `/${path}`;
  const relative = relativePath(dirname(from), path);
  return typed.startsWith("./") && !relative.startsWith(".") ? `./${relative}` : relative;
}
