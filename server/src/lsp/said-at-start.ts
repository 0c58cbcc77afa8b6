import type { InitializeParams } from "vscode-languageserver";
import { folderUri } from "../base/uri.ts";
import type { ReadingsPlace } from "../host.ts";
import type { InitializationOptions } from "../protocol.ts";

/** Where the client wants kept what is read. */
export function readingsPlaceOf({ cache }: InitializationOptions): ReadingsPlace {
  if (cache === undefined) return "usual";
  return cache === false ? "nowhere" : { folder: cache };
}

/** Canonical URIs of the workspace folders, with how the client spells them. */
export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): ReadonlyMap<string, string> {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return new Map(uris.map((uri) => [folderUri(uri), uri]));
}
