import { readDestination } from "../../model/read-target.ts";
import type { Summary } from "../../model/summary.ts";
import { slugOf } from "../../syntax/slug.ts";
import type { Found } from "../../workspace/query.ts";
import type { Asker } from "./asker.ts";
import type { BodyPlace } from "./body-place.ts";
import type { Candidate, Offer } from "./candidate.ts";
import { itemCandidate, itemCandidates, pickItems } from "./item-candidates.ts";
import { pathTo } from "./link-candidates.ts";

type Place<Type extends BodyPlace["type"]> = Extract<BodyPlace, { readonly type: Type }>;

/** What `[[…]]` may lead to. */
export function wikilinkOffer({ typed, span, isClosed }: Place<"wikilink">, { project, path }: Asker): Offer {
  const { candidates, isCut } = itemCandidates({ kinds: [], typed, except: new Set() }, project.query);
  const closed = candidates.map((one) => (isClosed ? one : { ...one, insert: `${one.label}]]` }));
  return { candidates: closed, isCut, span, typed, about: { what: "item", document: path } };
}

/**
 * Where a Markdown link leads: to an item by its name, or to any document by its path. `withoutPaths` where the editor
 * completes paths itself: then only names are offered, and nothing once a path is begun.
 */
export function addressOffer({ typed, span }: Place<"path">, asker: Asker, withoutPaths: boolean): Offer | undefined {
  const { project, path } = asker;
  const isPath = /[./]/.test(typed);
  if (isPath && withoutPaths) return undefined;
  const about = { what: "item", document: path } as const;
  const picked = isPath
    ? { found: [], isCut: false }
    : pickItems({ kinds: [], typed, except: new Set() }, project.query);
  const items = picked.found.map((found) => addressCandidate(found, asker));
  const documents = withoutPaths ? [] : documentsBy(typed, asker);
  const isCut = picked.isCut || documents.length === most;
  return { candidates: [...items, ...documents], isCut, span, typed, about };
}

/** An item by its name; what is written is its address. */
function addressCandidate(found: Found, { project, path }: Asker): Candidate {
  const { file } = found;
  const address = file.path === path ? "" : escaped(pathTo(file.path, "", path));
  const anchor = anchorOf(found);
  // The document itself has no address but its name.
  return { ...itemCandidate(found, project.query), insert: `${address}${anchor}` || escaped(pathTo(path, "", path)) };
}

/** Of the heading that an item has; empty for a document, and for what stands in a list or table. */
export function anchorOf({ file, item }: Found): string {
  const heading = item.site === "heading" && file.headings.find(({ plain }) => plain.startsWith(item.id ?? item.title));
  return heading ? `#${slugOf(heading.plain)}` : "";
}

/** Documents whose path has what is typed in it. */
function documentsBy(typed: string, { project, path }: Asker): readonly Candidate[] {
  const sought = typed.replace(/^(?:\.{1,2}\/)+|^\.{1,2}$|^\//, "").toLowerCase();
  const candidates: Candidate[] = [];
  for (const other of project.paths()) {
    if (candidates.length === most) break;
    if (other === path || !other.toLowerCase().includes(sought)) continue;
    const label = pathTo(other, typed, path);
    const title = project.summary(other)?.headings.find(({ level }) => level === 1)?.plain;
    candidates.push({ label, insert: escaped(label), ...(title === undefined ? {} : { title }), type: "path" });
  }
  return candidates;
}

const most = 200;

/** The anchors of this document, or of the one that the address names. */
export function anchorOffer({ path: to, typed, span }: Place<"anchor">, { project, path }: Asker): Offer | undefined {
  const target = to === "" ? undefined : readDestination(to, path);
  const paths = target === undefined ? [path] : target.type === "path" ? target.paths : [];
  const file = paths.map((one) => project.summary(one)).find((summary) => summary !== undefined);
  if (file === undefined) return undefined;
  return { candidates: anchorsIn(file), span, typed, about: { what: "nothing" } };
}

function anchorsIn({ anchors, headings }: Summary): readonly Candidate[] {
  const plain = new Map(headings.map((heading) => [slugOf(heading.plain), heading.plain]));
  return anchors.map((label): Candidate => {
    const title = plain.get(label);
    return { label, ...(title === undefined ? {} : { title, filter: `${label} ${title}` }), type: "value" };
  });
}

/** What would end the address is written as numbers. */
export function escaped(path: string): string {
  return path.replace(/[ ()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
