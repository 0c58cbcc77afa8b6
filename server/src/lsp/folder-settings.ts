import type { Connection } from "vscode-languageserver";
import { nameOf, uriOf } from "../base/uri.ts";
import type { Settings } from "../settings.ts";
import { type ClientSettings, noSettings, pullSettings } from "./client-settings.ts";

/** The configuration of a workspace folder lies elsewhere now. */
export interface ConfigMove {
  readonly root: string;
  /** Relative to the folder. */
  readonly path: string;
  /** URIs of where it lay and where it lies. */
  readonly files: readonly string[];
}

/** The workspace folders, and what the person has set for each of them. */
export class FolderSettings {
  readonly #connection: Connection;
  /** Whether the client wants to be asked for the settings. */
  readonly #isAsked: boolean;
  /** Canonical URIs of the workspace folders, with how the client spells them. */
  #folders: ReadonlyMap<string, string>;
  #settings: ClientSettings = noSettings;
  /** By folder, where its configuration lies. */
  readonly #configFiles = new Map<string, string>();

  constructor(connection: Connection, isAsked: boolean, folders: ReadonlyMap<string, string>) {
    this.#connection = connection;
    this.#isAsked = isAsked;
    this.#folders = folders;
  }

  get folders(): ReadonlyMap<string, string> {
    return this.#folders;
  }

  /** From now on these folders; `pushed` are settings from a client that is not asked for them. Returns what lies elsewhere now. */
  async become(folders: ReadonlyMap<string, string>, pushed?: ClientSettings): Promise<readonly ConfigMove[]> {
    this.#folders = folders;
    if (!this.#isAsked) this.#settings = pushed ?? this.#settings;
    else this.#settings = await pullSettings(this.#connection, folders);
    return [...folders.keys()].flatMap((root) => this.#nameConfig(root) ?? []);
  }

  /** Those of the innermost folder around a file. */
  at(uri: string): Settings {
    let nearest = "";
    for (const root of this.#folders.keys())
      if (root.length > nearest.length && uri.startsWith(root) && uri[root.length] === "/") nearest = root;
    return nearest === "" ? this.#settings.window : this.#settings.folder(nearest);
  }

  /** The folders for which Throughline is switched on. */
  enabled(): readonly string[] {
    return [...this.#folders.keys()].filter((root) => this.#settings.folder(root).enable);
  }

  /** What configurations are called, in any folder. */
  configNames(): readonly string[] {
    return [...new Set([...this.#configFiles.values()].map(nameOf))];
  }

  #nameConfig(root: string): ConfigMove | undefined {
    const before = this.#configFiles.get(root) ?? noSettings.window.configFile;
    const path = this.#settings.folder(root).configFile;
    this.#configFiles.set(root, path);
    return path === before ? undefined : { root, path, files: [uriOf(root, before), uriOf(root, path)] };
  }
}
