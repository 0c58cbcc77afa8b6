import type { Document } from "../../base/document.ts";
import { say, type Words } from "../../base/say.ts";
import { fieldLines } from "../../edits/field-lines.ts";
import { frontmatterOf } from "../../edits/find-map.ts";
import { isOnlyFields } from "../../edits/prose-of.ts";
import { markdownOf } from "../../edits/section.ts";
import { readTarget } from "../../model/read-target.ts";
import { siteStrength } from "../../model/summary.ts";
import { nameKey, pathKey, referrerKey } from "../../workspace/contributions.ts";
import type { Project } from "../../workspace/project.ts";
import { reasonAgainst } from "./apart.ts";
import type { InlineTarget } from "./inline-target.ts";
import type { RefactorContext } from "./refactor.ts";

/** Why a document cannot be written into this one. */
export function reasonAgainstInlining(
  context: RefactorContext,
  target: InlineTarget,
  from: Document,
): Words | undefined {
  const { document, project, path } = context;
  const { file, item } = target.found;
  const kind = project.config.schema.kinds.get(item.kind);
  const { flaws, map, bodyStart } = frontmatterOf(from);
  if (kind === undefined || map === undefined || flaws.length > 0) return say`The block at its top is not in order.`;
  if (target.nested === undefined && fieldLines(from, kind, []) === undefined)
    return say`Its fields say more than lines below a heading can.`;
  if (isNamedByFile(project, path, target)) return say`Other documents link to its file.`;
  const site = siteStrength[target.nested === undefined ? "heading" : "nested"];
  const rivals = project.named(item.key).filter(({ as, strength }) => as === "id" && strength >= site);
  const isRival = rivals.some((other) => other.path !== file.path && (other.path !== path || other.strength > site));
  if (isRival) return say`Another document says what it is, too.`;
  const body = { start: bodyStart, end: from.text.length };
  if (isOnlyFields(from)) return undefined;
  const labels = new Set(markdownOf(document).definitions.map(({ label }) => label));
  if (markdownOf(from).definitions.some(({ label }) => labels.has(label)) || hasSharedNotes(document, from))
    return say`Both documents have a link or a note of the same name.`;
  const own = new Set(project.summary(path)?.items.flatMap(({ base, id }) => (base === "requirement" ? [id] : [])));
  if (file.items.some(({ base, id }) => base === "requirement" && own.has(id)))
    return say`Both documents have a requirement of the same number.`;
  return reasonAgainst(project, from, file.path, [body], { follows: path });
}

/**
 * By its path or its name: Markdown links of this document follow it, all others would lead nowhere. That others speak of
 * something may be said though nobody does, practically never (see `Postings`): then nothing is offered, and nothing lost.
 */
function isNamedByFile(project: Project, path: string, { found }: InlineTarget): boolean {
  const { file, item } = found;
  const isIt = (text: string): boolean => {
    const target = readTarget(`[[${text}]]`, path, project.config.schema);
    return target.type === "path" && target.paths.includes(file.path);
  };
  if (project.summary(path)?.mentions.some(({ form, text }) => form === "wikilink" && isIt(text))) return true;
  const known = pathKey(file.path);
  if (project.links(referrerKey(known)).some((link) => link.path !== file.path)) return true;
  if ([...project.mentioning(known)].some((other) => other !== file.path && other !== path)) return true;
  const stem = nameKey(file.stem);
  const isId = file.stem.toLowerCase() === item.id?.toLowerCase();
  return !isId && (project.links(referrerKey(stem)).length > 0 || [...project.mentioning(stem)].length > 0);
}

function hasSharedNotes(document: Document, from: Document): boolean {
  const notes = ({ text }: Document): readonly string[] => text.match(/\[\^[^\]\s]+\]/g) ?? [];
  const here = new Set(notes(document));
  return notes(from).some((note) => here.has(note));
}
