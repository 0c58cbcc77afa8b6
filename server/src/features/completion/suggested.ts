import { isKind } from "../../model/schema.ts";
import { nameKey, pathKey, referrerKey } from "../../workspace/contributions.ts";
import type { Project } from "../../workspace/project.ts";
import type { Found } from "../../workspace/query.ts";

/**
 * Keys of the items of some kinds that what an item links to already speaks for, the likeliest first: the KPIs of its goals,
 * the goals of its KPIs, the features that serve the same goals.
 */
export function suggestedFor(from: Found, kinds: readonly string[], project: Project): readonly string[] {
  const { query } = project;
  const counts = new Map<string, number>();
  for (const near of linkedTo(from, project)) {
    const edges = [...query.outgoing(near).map(({ to }) => to), ...query.incoming(near).map((edge) => edge.from)];
    for (const other of new Set(edges)) {
      const { kind, key } = other.item;
      if (key === from.item.key || !isKind(query.config.schema, kind, kinds)) continue;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key);
}

/** What the item names in its fields; what half of the plan links to speaks for nothing in particular. */
function linkedTo(from: Found, project: Project): readonly Found[] {
  const near = new Map<string, Found>();
  for (const { links } of from.item.fields.values()) {
    for (const { target } of links.slice(0, mostLinks)) {
      const resolved = project.query.resolve(from, target);
      if (resolved.type === "item" && !isPopular(resolved.found, project))
        near.set(resolved.found.item.key, resolved.found);
    }
  }
  return [...near.values()].slice(0, mostLinks);
}

function isPopular({ item, file }: Found, project: Project): boolean {
  const byName = project.links(referrerKey(nameKey(item.key))).length;
  return byName + project.links(referrerKey(pathKey(file.path))).length > mostReferrers;
}

const mostLinks = 8;
const mostReferrers = 60;
