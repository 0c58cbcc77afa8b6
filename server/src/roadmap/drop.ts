import { say, type Words } from "../base/say.ts";
import { fieldOf } from "../workspace/plan.ts";
import type { Found } from "../workspace/query.ts";
import type { GroupBranch } from "./branch.ts";
import { type FieldChange, isRefusal, linkOnto, unlink } from "./drop-link.ts";
import type { BranchRow, RoadmapTree, Row } from "./tree.ts";

/** What a drop means, all of it or why none of it; no changes where everything is there already. */
export type Drop = { readonly changes: readonly FieldChange[] } | { readonly refusal: Words };

/**
 * Rows of items were dropped onto a row. In a roadmap that is grouped by a field they get what its group stands for, also
 * from a row in the group; in the one by goal they are linked with the item, in the place of what they stood below.
 */
export function dropOnto(tree: RoadmapTree, rows: readonly string[], onto: string): Drop {
  const target = tree.row(onto);
  const changes: FieldChange[] = [];
  for (const id of rows) {
    const row = tree.row(id);
    if (target === undefined || row === undefined || row === target || row.type === "done") continue;
    if (row.branch.type !== "item") continue;
    const meant = meaningOf(row, row.branch.found, target, tree);
    if (isRefusal(meant)) return { refusal: meant };
    changes.push(...meant);
  }
  return { changes };
}

function meaningOf(row: BranchRow, found: Found, target: Row, tree: RoadmapTree): readonly FieldChange[] | Words {
  const { grouping, plan } = tree;
  const field = grouping.sets ?? grouping.field;
  if (field === undefined) {
    const end = target.type === "done" ? target.parent : target;
    if (end === undefined || end.type === "done") return [];
    return end.branch.type === "item" ? linkOnto(row, end.branch.found, tree.plan) : unlink(row, tree.plan);
  }
  const group = groupAround(target);
  const from = groupAround(row);
  if (group === undefined || group === from) return [];
  if (!plan.query.config.schema.kinds.get(found.item.kind)?.fieldNames.has(field))
    return say`${found.item.title} cannot be put into “${group.title}”.`;
  if (group.gives === undefined) return say`Nothing can be put into “${group.title}”.`;
  return put(found, field, group.gives(found), from?.gives?.(found), tree);
}

/** The heading that a row stands under, or is. */
function groupAround(row: Row): GroupBranch | undefined {
  for (let at: Row | undefined = row; at !== undefined; at = at.parent)
    if (at.type !== "done" && at.branch.type === "group") return at.branch;
  return undefined;
}

/** Of several values the one goes that the item stood there for. */
function put(
  found: Found,
  field: string,
  value: string | undefined,
  before: string | undefined,
  { plan }: RoadmapTree,
): readonly FieldChange[] | Words {
  const written = fieldOf(found, field);
  const values = value === undefined ? [] : [value];
  const own = found.item.fields.get(field);
  const { container } = found.item;
  if (value === undefined && own === undefined && written !== undefined && container !== undefined) {
    const around = plan.query.at(found.file.path, container);
    return say`${found.item.title} takes this from ${around?.item.title ?? ""}. Change it there.`;
  }
  const isLink = (written?.links.length ?? 0) > 0;
  const texts = written?.state === "given" ? written.values.map(({ text }) => text.trim()) : [];
  const link = written?.links.find(({ text }) => text.trim() === before);
  if (link !== undefined && link.values.size > 0)
    return say`${found.item.title} has figures of its own for ${link.text}. Move them in the document.`;
  if (before !== undefined && texts.includes(before)) return [{ found, field, values, instead: [before] }];
  // A link that is written at its other end stays there.
  return [
    { found, field, values, ...(isLink || texts.length > 1 ? { instead: isLink ? [] : texts.slice(0, 1) } : {}) },
  ];
}
