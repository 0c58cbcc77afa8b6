import { say } from "../../base/say.ts";
import { frontmatterOf } from "../../edits/find-map.ts";
import { inlineItem, isOnlyFields } from "../../edits/inline-item.ts";
import { nestedAt } from "../../edits/nested-at.ts";
import { pathKey, referrerKey } from "../../workspace/contributions.ts";
import type { Project } from "../../workspace/project.ts";
import type { Found } from "../../workspace/query.ts";
import type { FixAction } from "../fixes/fix.ts";
import { fieldAt } from "./field-at.ts";
import type { Refactor, RefactorContext } from "./refactor.ts";

/** Writes an item that has a file of its own into the list that links to it, and takes the file away. */
export const inline: Refactor = {
  kind: "refactor.inline",
  reads: (context) => {
    const at = linkedDocument(context);
    return at === undefined ? [] : [context.project.uriOf(at.found.file.path)];
  },
  offers(context) {
    const { document, project, can, text } = context;
    const at = can.remove ? linkedDocument(context) : undefined;
    const from = at && text(project.uriOf(at.found.file.path));
    if (at === undefined || from === undefined) return [];
    const { found, nested, says } = at;
    const title = say`Move ${found.item.title} into this document`;
    const disabled = reasonAgainst(found, project) ?? (isOnlyFields(from) ? undefined : textOfItsOwn);
    if (disabled !== undefined) return [{ title, disabled }];
    const edit: FixAction["edit"] = () => {
      const edits = inlineItem(document, nested, from, { id: found.item.id!, title: found.item.title, says });
      return edits && { edits, files: [{ type: "delete", path: found.file.path }] };
    };
    return [{ title, edit, reads: [project.uriOf(found.file.path)] }];
  },
};

const textOfItsOwn = say`Its document says more than its fields, and that has no place in a list.`;

/** The document that the link at the cursor leads to by an id. */
function linkedDocument(context: RefactorContext) {
  const { document, project, path, at } = context;
  const field = fieldAt(context);
  const { map: root } = frontmatterOf(document);
  const nested = root === undefined ? undefined : nestedAt(root, at).at(-1);
  if (field === undefined || nested === undefined || nested.node.type !== "scalar") return undefined;
  const written = nested.node.text.trim();
  const link = field.field.links.find(({ text, target }) => text === written && target.type === "name");
  const to = link && project.query.resolve(field.found, link.target);
  if (to?.type !== "item" || to.found.item.site !== "document" || to.found.file.path === path) return undefined;
  if (to.found.item.id === undefined) return undefined;
  const { kind } = to.found.item;
  return { found: to.found, nested, says: field.definition.to[0] === kind ? undefined : kind };
}

function reasonAgainst({ file }: Found, project: Project): FixAction["disabled"] {
  const key = pathKey(file.path);
  const isNamed = project.links(referrerKey(key)).length > 0 || [...project.mentioning(key)].length > 0;
  if (isNamed) return say`Other documents link to its file.`;
  const byPath = file.items.some(({ fields }) =>
    [...fields.values()].some(({ links }) => links.some(({ target }) => target.type === "path")),
  );
  return byPath ? say`It links to files by their path, and would lead elsewhere from here.` : undefined;
}
