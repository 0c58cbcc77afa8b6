import type { Config } from "../model/config.ts";
import type { Item } from "../model/summary.ts";
import { isSame } from "./place.ts";
import type { Found, Query } from "./query.ts";

/**
 * The item that a site defines, or that a row or entry about an item of another place stands for; undefined for a section
 * that only speaks of one.
 */
export function definitionFor(site: Found, config: Config, claims: Query["claims"]): Found | undefined {
  const { item } = site;
  if (item.id === undefined || isRequirement(config, item)) return site;
  const claiming = claims(item.key);
  if (claiming.some((claim) => isSame(claim, site))) return site;
  return item.site === "table" || item.site === "nested" ? claiming[0] : undefined;
}

/** Requirements belong to their document, and the reader has settled there which site defines each. */
function isRequirement({ schema }: Config, { kind }: Item): boolean {
  return schema.kinds.get(kind)?.base === "requirement";
}
