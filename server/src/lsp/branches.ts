import type { Words } from "../base/say.ts";
import type { Elsewhere, Host } from "../host.ts";
import type { Config } from "../model/config.ts";
import { namesIn } from "../workspace/names-in.ts";
import type { Project } from "../workspace/project.ts";

/** Ids that are taken on other branches, by project. They are read when somebody asks for a new id, and never unasked. */
export class Branches {
  readonly #host: Host;
  readonly #tell: (note: Words) => void;
  readonly #seen = new Map<string, Seen>();

  constructor(host: Host, tell: (note: Words) => void) {
    this.#host = host;
    this.#tell = tell;
  }

  /** As far as it was looked at; in between nobody waits for it. */
  known(root: string): readonly string[] {
    return this.#seen.get(root)?.names ?? [];
  }

  /** Looks whether branches have moved; that takes a moment, or a few where there is much that is new. */
  async look(project: Project): Promise<void> {
    const { root, config } = project;
    const before = this.#seen.get(root);
    const same = before?.config === config ? before : undefined;
    const now = await this.#host.elsewhere?.(root, same?.state);
    if (now === undefined) return;
    const names = now.documents === undefined ? same!.names : namesIn(now.documents, project);
    this.#seen.set(root, { state: now.state, config, names });
    if (now.note !== undefined) this.#tell(now.note);
  }
}

interface Seen {
  readonly state: Elsewhere["state"];
  /** What the names were read with. */
  readonly config: Config;
  readonly names: readonly string[];
}
