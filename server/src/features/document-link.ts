import type { ClientCapabilities, DocumentLink, DocumentLinkParams } from "vscode-languageserver";
import { type Document, documentOffset } from "../base/document.ts";
import { type Places, placeRange } from "../model/places.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import { addressesOf } from "../workspace/addresses.ts";
import type { Located } from "../workspace/projects.ts";
import type { Found } from "../workspace/query.ts";
import type { Feature, State } from "./feature.ts";

/**
 * Keys of a tracker lead to the web wherever they stand; what the block at the top links to leads to its document. Addresses
 * and the links of the text are left to the editor, which finds them by itself.
 */
export const documentLink: Feature = {
  capabilities: (client) => (announced(client) === undefined ? { documentLinkProvider: {} } : {}),
  // No client can be made to ask for links again in another way. Who waits for ours may show no others before.
  announced,
  needsAllFiles: true,
  requests: { "textDocument/documentLink": (params: DocumentLinkParams, state) => linksIn(params, state) },
};

function announced({ textDocument }: ClientCapabilities): string | undefined {
  return textDocument?.documentLink?.dynamicRegistration === true ? "textDocument/documentLink" : undefined;
}

function linksIn({ textDocument }: DocumentLinkParams, state: State): readonly DocumentLink[] {
  const document = state.document(textDocument.uri);
  const located = state.workspace.locate(textDocument.uri);
  const file = located?.project.summary(located.path);
  const places = located?.project.places(located.path);
  if (document === undefined || located === undefined || file === undefined || places === undefined) return [];
  const withTip = state.client.textDocument?.documentLink?.tooltipSupport === true;
  const blockEnd = file.items.length === 0 ? 0 : readFrontmatter(document.text).bodyStart;
  const links = file.items.flatMap((_, index) => {
    const found = located.project.query.at(located.path, index);
    if (found === undefined) return [];
    return [...webLinks(found, located, places), ...itemLinks(found, located, places, document, blockEnd)];
  });
  return links
    .map(({ tooltip, ...link }) => (withTip ? { ...link, tooltip } : link))
    .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

function webLinks(found: Found, { project }: Located, places: Places): readonly DocumentLink[] {
  return addressesOf(found, project.config).flatMap(({ text, url, entry }) =>
    text.includes("://") ? [] : [{ range: placeRange(places, entry), target: url, tooltip: url }],
  );
}

function itemLinks(
  found: Found,
  { project }: Located,
  places: Places,
  document: Document,
  blockEnd: number,
): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const { links: written } of found.item.fields.values()) {
    for (const { entry, target } of written) {
      const range = placeRange(places, entry);
      if (target.type === "nested" || documentOffset(document, range.start) >= blockEnd) continue;
      const end = endOf(found, target, project);
      if (end !== undefined) links.push({ range, ...end });
    }
  }
  return links;
}

/** The file, and in it the line of the item, as editors write it behind an address. */
function endOf(
  found: Found,
  target: Parameters<Located["project"]["query"]["resolve"]>[1],
  project: Located["project"],
): Pick<DocumentLink, "target" | "tooltip"> | undefined {
  const end = project.query.resolve(found, target);
  if (end.type === "file") return { target: project.uriOf(end.path), tooltip: end.path };
  if (end.type !== "item") return undefined;
  const { file, item } = end.found;
  const places = project.places(file.path);
  const line = places === undefined ? 0 : placeRange(places, item.entry).start.line;
  return { target: `${project.uriOf(file.path)}#L${line + 1}`, tooltip: item.title };
}
