import { isInside, stem } from "../base/path.ts";
import { say, type Words } from "../base/say.ts";
import type { TeamTemplate } from "../model/config.ts";
import type { SchemaKind } from "../model/schema.ts";
import type { Query } from "../workspace/query.ts";
import { type Draft, type NewDocumentWish, newDocument } from "./new-document.ts";
import { fromTemplate, kindOfTemplate } from "./team-template.ts";
import { type BuiltinTemplate, builtinTemplates, templateOfKind } from "./templates.ts";

/** Something that a new document can begin as. */
export interface Template {
  /** What it is asked for by. */
  readonly name: string;
  readonly label: Words;
  readonly says: Words;
  /** Whether it is the team's: its template, or its kind. */
  readonly own: boolean;
  readonly from: BuiltinTemplate | TeamTemplate;
}

/**
 * The team's templates and kinds, then those that come with Throughline; one of the team's takes the place of another of its
 * name. `paths` are the project's Markdown files, for templates that are folders.
 */
export function templatesOf({ config }: Query, paths: () => Iterable<string>): readonly Template[] {
  const team = config.templates.flatMap((template) => documentsOf(template, paths)).map(ofTeam);
  const builtinKinds = new Set(builtinTemplates.map(({ kind }) => kind));
  const kinds = [...config.schema.kinds.values()]
    .filter(({ name, base }) => base !== "requirement" && !builtinKinds.has(name))
    .map((kind): Template => ({ ...templateOfKind(kind), own: true, from: templateOfKind(kind) }));
  const builtin = builtinTemplates.map((template): Template => ({ ...template, own: false, from: template }));
  const named = new Map<string, Template>();
  for (const template of [...team, ...kinds, ...builtin])
    if (!named.has(template.name)) named.set(template.name, template);
  return [...named.values()];
}

/** What was asked for, or a sentence why it cannot be made. `text` is that of a team's template, as far as it can be read. */
export function makeDocument(
  query: Query,
  { name, from }: Template,
  wish: NewDocumentWish,
  text: string | undefined,
): { readonly draft: Draft } | { readonly refusal: Words } {
  if (!("path" in from)) {
    const kind = query.config.schema.kinds.get(from.kind);
    if (kind !== undefined) return { draft: newDocument(query, from, kind, wish) };
    return { refusal: say`There is no kind ${from.kind}.` };
  }
  if (text === undefined)
    return {
      refusal: say`The template “${name}” cannot be read: there is no document at ${from.path}. Correct its path in throughline.yaml.`,
    };
  if (text.trim() === "")
    return { refusal: say`The template “${name}” is empty: write into ${from.path} what a new document begins as.` };
  const kind = kindOfTemplate(from, text, query.config.schema);
  if (kind === undefined)
    return {
      refusal: say`The template “${name}” does not say what it makes: give ${from.path} a line such as “type: prd” at its top, or a “kind” in throughline.yaml.`,
    };
  return { draft: fromTemplate(query, text, kind, wish) };
}

/** The kind that a template makes, as far as that can be known without its text. */
export function kindOf({ from }: Template, query: Query, text: string | undefined): SchemaKind | undefined {
  if (!("path" in from)) return query.config.schema.kinds.get(from.kind);
  return kindOfTemplate(from, text ?? "", query.config.schema);
}

/** A folder stands for each document in it. */
function documentsOf(template: TeamTemplate, paths: () => Iterable<string>): readonly TeamTemplate[] {
  if (template.form === "document") return [template];
  return [...paths()]
    .filter((path) => isInside(template.path, path))
    .sort()
    .map((path) => ({ ...template, path, form: "document", name: stem(path) }));
}

function ofTeam(template: TeamTemplate): Template {
  const { name, says, path } = template;
  const words = name.replace(/[-_]+/g, " ");
  return { name, label: words.charAt(0).toUpperCase() + words.slice(1), says: says ?? path, own: true, from: template };
}
