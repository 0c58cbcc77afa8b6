import { say } from "../../base/say.ts";
import type { TextEdit } from "../../base/span.ts";
import { fieldLines } from "../../edits/field-lines.ts";
import { frontmatterOf } from "../../edits/find-map.ts";
import { impliedAtEnd } from "../../edits/implied.ts";
import { inlineItem } from "../../edits/inline-item.ts";
import { inlineSection } from "../../edits/inline-section.ts";
import { isOnlyFields } from "../../edits/prose-of.ts";
import { canonicalName } from "../../model/schema.ts";
import type { FixAction } from "../fixes/fix.ts";
import { reasonAgainstInlining } from "./inline-reasons.ts";
import { type InlineTarget, linkedDocument, placeOfText } from "./inline-target.ts";
import type { Refactor, RefactorContext } from "./refactor.ts";

/**
 * Writes an item that has a file of its own into the document that links to it, and takes the file away: its fields into the
 * list, its text below a heading.
 */
export const inline: Refactor = {
  kind: "refactor.inline",
  reads: (context) => {
    const target = linkedDocument(context);
    return target === undefined ? [] : [context.project.uriOf(target.found.file.path)];
  },
  offers(context) {
    const { project, can, text } = context;
    const target = can.remove ? linkedDocument(context) : undefined;
    const from = target && text(project.uriOf(target.found.file.path));
    if (target === undefined || from === undefined) return [];
    const title = say`Move ${target.found.item.title} into this document`;
    const disabled = reasonAgainstInlining(context, target, from);
    if (disabled !== undefined) return [{ title, disabled }];
    const edit: FixAction["edit"] = () => {
      const edits = editsFor(context, target, from);
      return edits && { edits, files: [{ type: "delete", path: target.found.file.path }] };
    };
    return [{ title, edit, reads: [project.uriOf(target.found.file.path)] }];
  },
};

type From = NonNullable<ReturnType<RefactorContext["text"]>>;

function editsFor(context: RefactorContext, target: InlineTarget, from: From): readonly TextEdit[] | undefined {
  const { document, project, path } = context;
  const { found, nested, says } = target;
  const kind = project.config.schema.kinds.get(found.item.kind);
  const implied = impliedFields(context, target, from);
  if (kind === undefined) return undefined;
  if (nested === undefined) {
    const lines = fieldLines(from, kind, implied);
    const place = placeOfText(context, target, kind);
    return lines && inlineSection(project, document, path, { from, found, lines }, place);
  }
  const item = { id: found.item.id!, title: found.item.title, says, implied };
  const edits = inlineItem(project, document, path, nested, { document: from, path: found.file.path }, item);
  if (edits === undefined || isOnlyFields(from)) return edits;
  const place = placeOfText(context, target, kind);
  return [...edits, ...inlineSection(project, document, path, { from, found, lines: [] }, place)];
}

/** Fields, as they are written, that standing where it goes says as well. */
function impliedFields(
  { project }: RefactorContext,
  { found, around, via }: InlineTarget,
  from: From,
): readonly string[] {
  const kind = project.config.schema.kinds.get(found.item.kind);
  const written = frontmatterOf(from).map?.entries.map(({ key }) => key.text) ?? [];
  const names = written.map((name) => kind?.fieldNames.get(canonicalName(name))?.name ?? name);
  const implied = impliedAtEnd(names, found, around, via, project.query);
  return written.slice(written.length - implied.length);
}
