import { Uri, window, workspace } from "vscode";
import type { Connection } from "../connection.ts";
import { toRange } from "../views/tree-item.ts";

/** Opens the configuration where it is broken. */
export async function openConfiguration({ state }: Connection): Promise<void> {
  const place = state !== undefined && "config" in state ? state.config : undefined;
  if (place === undefined) return;
  const document = await workspace.openTextDocument(Uri.parse(place.uri));
  await window.showTextDocument(document, { selection: toRange(place.range) });
}
