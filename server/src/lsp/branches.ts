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
  readonly #pause: number;
  /** When the last look that nobody waits for was over, by project; undefined while it is not. */
  readonly #looked = new Map<string, number | undefined>();

  /** `pause`, in milliseconds, lies between looks that nobody waits for. */
  constructor(host: Host, tell: (note: Words) => void, pause = 2_000) {
    this.#host = host;
    this.#tell = tell;
    this.#pause = pause;
  }

  /** As far as it was looked at; in between nobody waits for it. */
  known(root: string): readonly string[] {
    return this.#seen.get(root)?.names ?? none;
  }

  /** The same, while a look is begun that nobody waits for: somebody who types is offered ids all the time. */
  knownSoFar(project: Project): readonly string[] {
    const { root } = project;
    const looked = this.#looked.get(root);
    const isLooking = looked === undefined && this.#looked.has(root);
    if (!isLooking && performance.now() - (looked ?? Number.NEGATIVE_INFINITY) >= this.#pause) {
      this.#looked.set(root, undefined);
      const over = (): void => void this.#looked.set(root, performance.now());
      this.look(project).then(over, over);
    }
    return this.known(root);
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

interface Seen {
  readonly state: Elsewhere["state"];
  /** What the names were read with. */
  readonly config: Config;
  readonly names: readonly string[];
}
