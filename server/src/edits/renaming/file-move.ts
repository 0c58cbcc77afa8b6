import { dirname, stem } from "../../base/path.ts";
import { fillTemplate, matchTemplate, type TemplateValues } from "../../base/template.ts";
import { idPrefix } from "../../model/requirement-id.ts";
import type { IdForm } from "../../model/schema.ts";
import type { Item } from "../../model/summary.ts";
import type { Project } from "../../workspace/project.ts";
import type { Found } from "../../workspace/query.ts";
import type { Move } from "./moves.ts";
import { spelledLike } from "./spelling.ts";

/** What becomes of the file of a document that gets another id. */
export interface FileMove {
  readonly move: Move;
  /** The id is made of the file's name, so without the move it would stay what it was. */
  readonly isNeeded: boolean;
  /** Something lies there already. */
  readonly isTaken: boolean;
}

/** Where the file goes when its name, or that of its folder, carries the id; undefined where it does not. */
export function fileMove(project: Project, { file: { path }, item }: Found, to: string): FileMove | undefined {
  const form = item.site === "document" ? project.config.schema.kinds.get(item.kind)?.idForm : undefined;
  if (item.site !== "document" || item.id === undefined) return undefined;
  const templated = form?.file === undefined ? undefined : byTemplate(path, form.file, form.format, to);
  const target = templated ?? byName(path, item.id, to);
  if (target === undefined || target === path) return undefined;
  const isOther = target.toLowerCase() !== path.toLowerCase();
  return {
    move: moveTo(project, path, target),
    isNeeded: templated !== undefined && isMadeOfPath(item, form!),
    isTaken: isOther && project.query.exists(target) === true,
  };
}

/** The id that a document gets with its place, where ids of its kind are made of paths and nothing in it says another. */
export function idAt(project: Project, { item }: Found, path: string): string | undefined {
  const form = item.site === "document" ? project.config.schema.kinds.get(item.kind)?.idForm : undefined;
  if (form?.file === undefined || !isMadeOfPath(item, form)) return undefined;
  const parts = matchEnd(form.file, path);
  const value = parts?.n ?? parts?.slug;
  if (parts === undefined || value === undefined) return undefined;
  return form.format === undefined ? value : fillTemplate(form.format, { n: value, slug: value, ...parts });
}

function isMadeOfPath({ fields, extras }: Item, { field }: IdForm): boolean {
  if (fields.has("id")) return false;
  return field === undefined || !(fields.has(field) || extras.some(({ name }) => name === field));
}

function matchEnd(template: string, path: string): TemplateValues | undefined {
  return matchTemplate(template, path.split("/").slice(-template.split("/").length).join("/"));
}

/** Only one folder has another name: it moves as a whole. */
function moveTo(project: Project, path: string, target: string): Move {
  const [old, fresh] = [path.split("/"), target.split("/")];
  const different = old.flatMap((segment, at) => (segment === fresh[at] ? [] : [at]));
  const depth = different.length === 1 ? different[0]! + 1 : old.length;
  const uri = (segments: readonly string[]): string => project.uriOf(segments.slice(0, depth).join("/"));
  return { from: uri(old), to: uri(fresh) };
}

/** `teps/0012-remote.md` with `{n}-{slug}.md`: another number in its place. */
function byTemplate(path: string, template: string, format: string | undefined, to: string): string | undefined {
  const segments = path.split("/");
  const depth = template.split("/").length;
  const parts = matchEnd(template, path);
  const made = format === undefined ? { n: to } : matchTemplate(format, to);
  const tail = parts === undefined || made === undefined ? undefined : fillTemplate(template, { ...parts, ...made });
  return tail === undefined ? undefined : [...segments.slice(0, -depth), ...tail.split("/")].join("/");
}

/** `feat-012-one-tap.md` begins with FEAT-12. */
function byName(path: string, id: string, to: string): string | undefined {
  const name = stem(path);
  const folder = dirname(path);
  const ending = path.slice(path.lastIndexOf("/") + 1 + name.length);
  const fresh = freshName(name, id, to);
  if (fresh === undefined) return undefined;
  return folder === "" ? fresh + ending : `${folder}/${fresh}${ending}`;
}

function freshName(name: string, id: string, to: string): string | undefined {
  const written = name.slice(0, id.length);
  if (written.toLowerCase() === id.toLowerCase() && !/^[\p{L}\p{N}]/u.test(name.slice(id.length)))
    return spelledLike(written, id, to) + name.slice(id.length);
  const [whole = "", prefix = "", digits = ""] = /^([a-z][a-z\d]*)-(\d+)(?![a-z\d])/i.exec(name) ?? [];
  const [own, other] = [idPrefix(id), idPrefix(to)];
  if (whole === "" || own === undefined || other === undefined) return undefined;
  if (prefix.toLowerCase() !== own.toLowerCase() || Number(digits) !== Number(id.slice(own.length + 1)))
    return undefined;
  const number = to.slice(other.length + 1).padStart(digits.length, "0");
  return `${spelledLike(prefix, own, other)}-${number}${name.slice(whole.length)}`;
}
