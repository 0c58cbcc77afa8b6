import { documentOffset } from "../base/document.ts";
import { dirname, relativePath } from "../base/path.ts";
import { frontmatterOf } from "../edits/find-map.ts";
import { type LinkTextParams, linkText } from "../plan-protocol.ts";
import { plainMarkdown } from "../roadmap/markdown.ts";
import { anchorOf, escaped } from "./completion/address-candidates.ts";
import type { Feature, State } from "./feature.ts";
import { itemByKey, type Sited } from "./item-at.ts";

/** What a document says where items are dropped into it. */
export const linkTextFeature: Feature = {
  capabilities: () => ({}),
  requests: { [linkText]: (params: LinkTextParams, state) => textOf(params, state) },
  reads: ({ uri }: LinkTextParams) => [uri],
};

function textOf({ uri, position, items }: LinkTextParams, state: State): string {
  const document = state.document(uri);
  const sites = items.flatMap(({ item, uri: place }) => itemByKey(state, item, place) ?? []);
  const isAtTop = document !== undefined && documentOffset(document, position) < frontmatterOf(document).bodyStart;
  const texts = sites.map((site) => (isAtTop ? site.found.item.key : linkTo(site, uri)));
  return [...new Set(texts)].join(", ");
}

/** `[One-tap pay](../prds/faster-checkout.md#feat-12-one-tap-pay)`; in its own document the anchor alone. */
function linkTo({ found, uri: there }: Sited, from: string): string {
  const anchor = anchorOf(found);
  const path = decodeURIComponent(relativePath(dirname(from), there)).replace(/[%#?]/g, encodeURIComponent);
  return `[${plainMarkdown(found.item.title)}](${there === from && anchor !== "" ? anchor : `${escaped(path)}${anchor}`})`;
}
