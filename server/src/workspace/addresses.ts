import type { Config } from "../model/config.ts";
import { type Address, readAddresses } from "../model/tracker.ts";
import type { Found } from "./query.ts";

/** Where the links of an item to the web lead, its own alone: those of its tracker and all other addresses, in order. */
export function addressesOf({ item }: Found, { schema, links }: Pick<Config, "schema" | "links">): readonly Address[] {
  const fields = schema.kinds.get(item.kind)?.fieldNames;
  return [...item.fields].flatMap(([name, field]) =>
    fields?.get(name)?.type === "url" ? readAddresses(field, links) : [],
  );
}
