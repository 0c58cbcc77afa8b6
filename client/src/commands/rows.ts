import { commands, env, l10n, Uri, ViewColumn, workspace } from "vscode";
import { type ItemAddresses, type ItemAddressesParams, itemAddresses } from "../../../server/src/plan-protocol.ts";
import type { ItemPlace } from "../../../server/src/protocol.ts";
import { choice, choose } from "../choices.ts";
import type { Connection } from "../connection.ts";
import { hint } from "../messages.ts";
import { markdownLink } from "../pure/markdown-link.ts";
import type { RowNode } from "../pure/row-tree.ts";
import { rowTarget } from "../views/tree-item.ts";

type Rows = readonly RowNode[];

export async function openToSide(nodes: Rows): Promise<void> {
  let viewColumn = ViewColumn.Beside;
  for (const target of nodes.flatMap(({ row }) => rowTarget(row) ?? [])) {
    await commands.executeCommand("vscode.open", target.uri, { selection: target.selection, viewColumn });
    // The others open as tabs beside the first.
    viewColumn = ViewColumn.Active;
  }
}

/** As a field takes them: `FEAT-1, FEAT-2`. */
export async function copyId(nodes: Rows): Promise<void> {
  const ids = placesOf(nodes).map(({ item }) => item);
  if (ids.length > 0) await env.clipboard.writeText(ids.join(", "));
}

/** One a line. */
export async function copyLink(nodes: Rows): Promise<void> {
  const links = nodes.flatMap(({ row }) => {
    const target = rowTarget(row);
    return target === undefined ? [] : [markdownLink(row.label, workspace.asRelativePath(target.uri, false))];
  });
  if (links.length > 0) await env.clipboard.writeText(links.join("\n"));
}

/** Opens the page of an item; of several pages the one that is chosen. Only the web: a document must not start anything else. */
export async function openLink(connection: Connection, nodes: Rows): Promise<void> {
  const params: ItemAddressesParams = { items: placesOf(nodes) };
  const all = await connection.request<ItemAddresses>(itemAddresses, params);
  const addresses = all.filter(({ url }) => /^https?:\/\//i.test(url));
  if (addresses.length === 0) {
    hint(l10n.t("There is no link to the web on this item."));
    return;
  }
  const items = addresses.map(({ label, detail, url }) => choice({ label, description: detail, detail: url }, { url }));
  const chosen = items.length === 1 ? items[0] : await choose(items, { title: l10n.t("Open Link") });
  if (chosen !== undefined) await env.openExternal(Uri.parse(chosen.url, true));
}

/** Opens the place of an item, and over it every place that names it. */
export async function findReferences(node: RowNode | undefined): Promise<void> {
  const target = node && rowTarget(node.row);
  if (target === undefined) return;
  await commands.executeCommand("vscode.open", target.uri, { selection: target.selection });
  await commands.executeCommand("editor.action.goToReferences");
}

/** The items of rows, each by its key and its file. */
export function placesOf(nodes: Rows): readonly ItemPlace[] {
  const places = nodes.flatMap(({ row: { item, location } }): ItemPlace[] =>
    item === undefined ? [] : [{ item, ...(location === undefined ? {} : { uri: location.uri }) }],
  );
  // An item stands below each of its goals.
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}
