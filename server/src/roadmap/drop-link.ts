import { say, type Words } from "../base/say.ts";
import { isSame } from "../workspace/place.ts";
import { fieldOf } from "../workspace/plan.ts";
import type { Found } from "../workspace/query.ts";
import type { Plan } from "./project-plan.ts";
import type { BranchRow, Row } from "./tree.ts";

/** What is to be said of an item: these values, in the place of some or of all that stand there. */
export interface FieldChange {
  readonly found: Found;
  readonly field: string;
  readonly values: readonly string[];
  readonly instead?: readonly string[];
}

export function isRefusal(meant: readonly FieldChange[] | Words): meant is Words {
  return !Array.isArray(meant);
}

/** An item is linked with the one that it is dropped on. The link that it stood there for goes; all others stay. */
export function linkOnto(row: BranchRow, target: Found, plan: Plan): readonly FieldChange[] | Words {
  if (row.branch.type !== "item" || isSame(row.branch.found, target)) return [];
  const { found, edge } = row.branch;
  const [own, end] = [roleOf(found, plan), roleOf(target, plan)];
  const field = fields.get(`${own} → ${end}`);
  if (field === undefined) return say`${found.item.title} cannot be linked with ${target.item.title}.`;
  const isParent = field === "parent";
  if (isParent && isAbove(found, target, plan)) return say`${target.item.title} is a part of ${found.item.title}.`;
  const gone: readonly Cut[] =
    own === "kpi"
      ? edge === undefined
        ? []
        : [{ from: edge.from, to: found, name: edge.name }]
      : end === "kpi"
        ? []
        : own === "goal" || isParent
          ? plan.query.outgoing(found).filter(({ name }) => name === field || (own === "goal" && name === "parent"))
          : goalAbove(row, plan).map((goal) => ({ from: found, to: goal, name: field }));
  const [writer, other] = own === "kpi" ? [target, found] : [found, target];
  const name = own === "kpi" ? (edge?.name ?? field) : field;
  const isThere = plan.query.outgoing(writer, name).some(({ to }) => isSame(to, other));
  const cuts = gone.filter(({ from, to }) => !(isSame(from, writer) && isSame(to, other)));
  const changes = cutAll(cuts, plan);
  if (isRefusal(changes) || isThere) return changes;
  if (other.item.id === undefined && other.item.site !== "document")
    return say`${other.item.title} has no id by which others could name it. Give it one first.`;
  const named = plan.query.definition(other.item.key);
  if (named === undefined || !isSame(named, other))
    return say`Several items go by ${other.item.key}. Give each an id of its own first.`;
  return added(changes, { found: writer, field: name, values: [other.item.key], instead: [] });
}

/** An item leaves what it stands below: the goal, or what a KPI measures. */
export function unlink(row: BranchRow, plan: Plan): readonly FieldChange[] | Words {
  if (row.branch.type !== "item") return [];
  const { found, edge } = row.branch;
  if (roleOf(found, plan) === "kpi")
    return edge === undefined ? [] : cutAll([{ from: edge.from, to: found, name: edge.name }], plan);
  if (roleOf(found, plan) !== "work") return say`${found.item.title} is linked to no goal.`;
  const changes = cutAll(
    goalAbove(row, plan).map((goal) => ({ from: found, to: goal, name: "goals" })),
    plan,
  );
  const inherited = isRefusal(changes)
    ? undefined
    : changes.find(({ found: one, field }) => !one.item.fields.has(field));
  const container = inherited?.found.item.container;
  if (container === undefined) return changes;
  const around = plan.query.at(found.file.path, container);
  return say`${found.item.title} takes this from ${around?.item.title ?? ""}. Change it there.`;
}

/** The field that links one with the other; a KPI is named by what it measures. */
const fields = new Map([
  ["work → goal", "goals"],
  ["work → work", "parent"],
  ["goal → goal", "parent"],
  ["goal → vision", "vision"],
  ...["work", "goal", "vision"].flatMap((role) => [
    [`${role} → kpi`, "kpis"] as const,
    [`kpi → ${role}`, "kpis"] as const,
  ]),
]);

function roleOf(found: Found, plan: Plan): string {
  const { base } = plan.facts(found);
  return base === "feature" || base === "prd" ? "work" : base;
}

/** The goal that a row stands below, where it is linked to that one and not by a part of it. */
function goalAbove(row: BranchRow, plan: Plan): readonly Found[] {
  if (row.branch.type !== "item") return [];
  const linked = plan.query.outgoing(row.branch.found, "goals");
  for (let at: Row | undefined = row.parent; at !== undefined; at = at.parent) {
    if (at.type === "done" || at.branch.type !== "item") continue;
    const { found } = at.branch;
    if (plan.facts(found).base === "goal") return linked.some(({ to }) => isSame(to, found)) ? [found] : [];
  }
  return [];
}

/** Whether something is a part of an item, at any depth. */
function isAbove(found: Found, below: Found, plan: Plan): boolean {
  const seen = new Set<number>();
  const open = [below];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (isSame(at, found)) return true;
    if (seen.has(at.number)) continue;
    seen.add(at.number);
    open.push(...plan.query.outgoing(at, "parent").map(({ to }) => to));
  }
  return false;
}

interface Cut {
  readonly from: Found;
  readonly to: Found;
  readonly name: string;
}

function cutAll(cuts: readonly Cut[], plan: Plan): readonly FieldChange[] | Words {
  const changes: FieldChange[] = [];
  for (const cut of cuts) {
    const own = cutOne(cut, plan);
    if (isRefusal(own)) return own;
    changes.push(...own);
  }
  return changes;
}

/** Wherever a link is written: at either end, or at both. */
function cutOne({ from, to, name }: Cut, { query }: Plan): readonly FieldChange[] | Words {
  const changes: FieldChange[] = [];
  for (const [writer, other, inverse] of [[from, to, false] as const, [to, from, true] as const]) {
    const kind = query.config.schema.kinds.get(writer.item.kind);
    for (const { name: field, edge } of kind?.fields ?? []) {
      if (edge?.name !== name || edge.inverse !== inverse) continue;
      const links = (fieldOf(writer, field)?.links ?? []).filter(({ target }) => {
        const end = query.resolve(writer, target);
        return end.type === "item" && isSame(end.found, other);
      });
      if (links.some(({ target }) => target.type === "nested")) return insideOf(other, writer);
      if (links.some(({ values }) => values.size > 0))
        return say`${writer.item.title} has figures of its own for ${other.item.title}. Move them in the document.`;
      if (links.length > 0)
        changes.push({ found: writer, field, values: [], instead: links.map(({ text }) => text.trim()) });
    }
  }
  return changes.length === 0 ? insideOf(from, to) : changes;
}

function insideOf({ item }: Found, around: Found): Words {
  return say`${item.title} is written in ${around.item.title}. Move it in the document.`;
}

/** The new link stands where an old one of the same field stood. */
function added(changes: readonly FieldChange[], change: FieldChange): readonly FieldChange[] {
  const at = changes.findIndex(({ found, field }) => isSame(found, change.found) && field === change.field);
  if (at < 0) return [...changes, change];
  return changes.with(at, { ...changes[at]!, values: change.values });
}
