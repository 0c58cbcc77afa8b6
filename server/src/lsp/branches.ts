import type { Words } from "../base/say.ts";
import type { Elsewhere, Host } from "../host.ts";
import type { Config } from "../model/config.ts";
import { namesIn } from "../workspace/names-in.ts";
import type { Project } from "../workspace/project.ts";

/** Ids that are taken on other branches, by project. They are read when somebody is offered a new id, and never before. */
export class Branches {
  readonly #host: Host;
  readonly #tell: (note: Words) => void;
  readonly #seen = new Map<string, Seen>();
  /** When a look was begun that nobody waits for, by project. */
  readonly #begun = new Map<string, number>();

  constructor(host: Host, tell: (note: Words) => void) {
    this.#host = host;
    this.#tell = tell;
  }

  /** As far as it was looked at; in between nobody waits for it. */
  known(root: string): readonly string[] {
    return this.#seen.get(root)?.names ?? none;
  }

  /** The same, while a look is begun that nobody waits for, where the last one was some time ago. */
  knownSoFar(project: Project): readonly string[] {
    const now = performance.now();
    const last = this.#begun.get(project.root);
    if (last === undefined || now - last > pause) {
      this.#begun.set(project.root, now);
      this.look(project).catch(() => undefined);
    }
    return this.known(project.root);
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

const none: readonly string[] = [];

/** Milliseconds: somebody who types is offered ids all the time. */
const pause = 30_000;

interface Seen {
  readonly state: Elsewhere["state"];
  /** What the names were read with. */
  readonly config: Config;
  readonly names: readonly string[];
}
