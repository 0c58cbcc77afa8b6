import { say, type Words } from "../../base/say.ts";
import { matchTemplate } from "../../base/template.ts";
import { aKind } from "../../model/kind-words.ts";
import { idPrefix, isRequirementId } from "../../model/requirement-id.ts";
import type { SchemaKind } from "../../model/schema.ts";
import type { Item } from "../../model/summary.ts";
import { isSame } from "../../workspace/place.ts";
import type { Project } from "../../workspace/project.ts";
import type { Found } from "../../workspace/query.ts";
import { nextId } from "../next-id.ts";

/** Why an item cannot have this id, in a sentence; undefined where it can. */
export function refuseId(project: Project, found: Found, id: string, taken: Iterable<string> = []): Words | undefined {
  const { schema } = project.config;
  const kind = schema.kinds.get(found.item.kind);
  const free = freeId(project, found, taken);
  if (id === "") return say`Write the new id, such as ${free}.`;
  return refuseForm(project, found, kind, id, free) ?? refuseTaken(project, found, id, free);
}

function refuseForm(
  { config: { schema } }: Project,
  { item }: Found,
  kind: SchemaKind | undefined,
  id: string,
  free: string,
): Words | undefined {
  const prefix = idPrefix(id);
  const own = idPrefix(item.id ?? "");
  const format = item.fields.has("id") ? undefined : kind?.idForm?.format;
  if (format !== undefined && kind !== undefined) {
    const isMade = matchTemplate(format, id) !== undefined;
    return isMade ? undefined : say`“${id}” is no id of ${aKind(schema, kind.name)}: these are made as ${format}.`;
  }
  const known =
    item.base === "requirement"
      ? [...schema.prefixes].filter(([, { base }]) => base === "requirement").map(([name]) => name)
      : [...(kind?.prefixes ?? [])];
  if (own !== undefined && schema.prefixes.has(own)) known.push(own);
  if (known.length === 0 || kind === undefined) {
    return /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id)
      ? undefined
      : say`“${id}” cannot be an id: write one word of letters and digits.`;
  }
  if (prefix !== undefined && known.includes(prefix)) return undefined;
  const other = prefix === undefined ? undefined : schema.prefixes.get(prefix);
  const its = own !== undefined && known.includes(own) ? own : known[0]!;
  const write = say`Write ${its} and a number, such as ${free}.`;
  const word = aKind(schema, kind.name);
  if (other === undefined) return say`“${id}” is no id of ${word}. ${write}`;
  return say`“${id}” would be the id of ${aKind(schema, other.name)}, and this is ${word}. ${write}`;
}

function refuseTaken(project: Project, found: Found, id: string, free: string): Words | undefined {
  const { query } = project;
  if (isRequirementId(project.config.schema, id)) {
    const document = found.item.key.slice(0, found.item.key.lastIndexOf("/"));
    const other = query
      .claims(`${document}/${id}`)
      .find((claim) => !isSame(claim, found) && claim.file.path === found.file.path);
    return other === undefined
      ? undefined
      : say`${id} is taken in this document, by “${other.item.title}”. ${free} is free.`;
  }
  for (const { as, path, index } of project.named(id)) {
    const other = query.at(path, index);
    if (other !== undefined && (isSame(other, found) || (as === "id" && isAbout(other, found)))) continue;
    if (other === undefined || as === "stem") return say`${path} goes by the name ${id}. ${free} is free.`;
    const name = named(other.item);
    return as === "alias"
      ? say`${id} is a former id of ${name}, and links to it lead there. ${free} is free.`
      : say`${id} is taken by ${name} in ${path}. ${free} is free.`;
  }
  return undefined;
}

/** A section about the item has the same id as the item itself, whatever letters it is written in. */
function isAbout(site: Found, found: Found): boolean {
  return site.item.key.toLowerCase() === found.item.key.toLowerCase() && site.item.site !== found.item.site;
}

/** The next id that nobody has, of the prefix that the item has or would have. */
function freeId(project: Project, { item, file }: Found, taken: Iterable<string>): string {
  const { schema } = project.config;
  const kind = schema.kinds.get(item.kind);
  const own = idPrefix(item.id ?? "");
  const prefix = own !== undefined && schema.prefixes.has(own) ? own : kind?.prefixes[0];
  if (prefix === undefined) return `${item.id ?? item.key}-2`;
  if (item.base !== "requirement") return nextId(project.query, prefix, taken);
  const numbers = file.items.flatMap(({ id }) =>
    id !== undefined && idPrefix(id) === prefix ? [Number(id.slice(prefix.length + 1))] : [],
  );
  return `${prefix}-${Math.max(0, ...numbers) + 1}`;
}

/** `One-tap pay (FEAT-1)`; by its id alone where nobody gave it a title. */
export function named({ id, title, titled, key }: Item): string {
  if (!titled) return id ?? key;
  return id === undefined ? title : `${title} (${id})`;
}
