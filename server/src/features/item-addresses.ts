import { type ItemAddresses, type ItemAddressesParams, itemAddresses } from "../plan-protocol.ts";
import { addressesOf } from "../workspace/addresses.ts";
import type { Feature, State } from "./feature.ts";
import { itemByKey } from "./item-at.ts";

/** Where items lead on the web: the pages of their tracker and whatever else they link to. */
export const itemAddressesFeature: Feature = {
  capabilities: () => ({}),
  requests: { [itemAddresses]: (params: ItemAddressesParams, state) => addressesIn(params, state) },
};

function addressesIn({ items }: ItemAddressesParams, state: State): ItemAddresses {
  return items.flatMap(({ item, uri }) => {
    const sited = itemByKey(state, item, uri);
    if (sited === undefined) return [];
    const { found, project } = sited;
    return addressesOf(found, project.config).map(({ label, url }) => ({ label, detail: found.item.title, url }));
  });
}
