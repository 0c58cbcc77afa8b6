import type { Config } from "../model/config.ts";
import type { Item } from "../model/summary.ts";
import type { Found, Query } from "./query.ts";

/**
 * The item that a site defines, or that a row or entry about an item of another place stands for; undefined for a section
 * that only speaks of one.
 */
export function definitionFor(site: Found, config: Config, claims: Query["claims"]): Found | undefined {
  const { item } = site;
  if (isItself(item, config)) return site;
  const [first] = claims(item.key);
  // Those that claim an id are all that stand at sites of the greatest strength.
  if (first === undefined || first.item.site === item.site) return site;
  return mayStandFor(item) ? first : undefined;
}

/** Whether an item defines something whoever else claims its id: at no other site may it be defined with more right. */
export function isItself(item: Item, config: Config): boolean {
  return item.id === undefined || item.site === "document" || isRequirement(config, item);
}

/** Whether a site stands for the item of its id where a stronger one elsewhere defines that. */
export function mayStandFor({ site }: Item): boolean {
  return site === "table" || site === "nested";
}

/** Requirements belong to their document, and the reader has settled there which site defines each. */
function isRequirement({ schema }: Config, { kind }: Item): boolean {
  return schema.kinds.get(kind)?.base === "requirement";
}
