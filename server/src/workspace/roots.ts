import { pathOf, uriOf } from "../base/uri.ts";

/** The name of a project's configuration. */
export const configName = "throughline.yaml";

const usualEnding = `/${configName}`;

/** The folders that are open, and where the configuration of each lies. */
export class Roots {
  #uris: readonly string[] = [];
  #configPath: string;
  /** Of folders that have one of their own. */
  readonly #configPaths = new Map<string, string>();
  /** Configurations that are not called as usual. */
  #unusual: ReadonlySet<string> = new Set();

  constructor(configPath = configName) {
    this.#configPath = configPath;
  }

  get uris(): readonly string[] {
    return this.#uris;
  }

  become(uris: readonly string[]): void {
    this.#uris = uris;
    this.#lookForUnusual();
  }

  /** Whether a file lies in one of them. */
  hold(uri: string): boolean {
    return this.#uris.some((root) => pathOf(root, uri) !== undefined);
  }

  configUri(root: string): string {
    return uriOf(root, this.#configPaths.get(root) ?? this.#configPath);
  }

  isConfig(uri: string): boolean {
    return uri.endsWith(usualEnding) || this.#unusual.has(uri);
  }

  /** The configuration of a folder, or of all that have none of their own, lies elsewhere now. Returns the URIs before and after. */
  nameConfig(path: string, root: string | undefined): readonly string[] {
    const before = this.#uris.map((folder) => this.configUri(folder));
    if (root === undefined) this.#configPath = path;
    else this.#configPaths.set(root, path);
    this.#lookForUnusual();
    const after = this.#uris.map((folder) => this.configUri(folder));
    return before.flatMap((uri, at) => (uri === after[at] ? [] : [uri, after[at]!]));
  }

  /** Whether a file is a configuration is asked of every file, again and again. */
  #lookForUnusual(): void {
    const all = this.#uris.map((root) => this.configUri(root));
    this.#unusual = new Set(all.filter((uri) => !uri.endsWith(usualEnding)));
  }
}
