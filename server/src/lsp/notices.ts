import type { Words } from "../base/say.ts";
import { type ProtocolLocation, roadmapChanged, type ServerStatus, statusChanged } from "../protocol.ts";
import type { Engine } from "../rules/engine.ts";
import type { Findings } from "./findings.ts";
import { Later } from "./later.ts";

export interface NoticesOptions {
  readonly engine: Engine;
  readonly findings: Findings;
  /** Whether the first scan, looking at what it found, and looking up what is linked, is not over yet. */
  readonly isScanning: () => boolean;
  /** Sentences about what could not be read. */
  readonly notes: () => readonly Words[];
  /** In the language of the person. */
  readonly tell: (words: Words) => string;
  readonly send: (method: string, params: unknown) => void;
  /** Makes the client ask again for what follows from other documents. */
  readonly refresh: () => void;
}

/** Tells the client, unasked and not too often, that the roadmap or the figures in the status have changed. */
export class Notices {
  readonly #options: NoticesOptions;
  readonly #roadmap: Later;
  readonly #answers: Later;
  #sent = "";
  #totals = "";

  constructor(options: NoticesOptions) {
    this.#options = options;
    this.#roadmap = new Later(() => options.send(roadmapChanged, {}), quiet, quiet);
    this.#answers = new Later(options.refresh, calm, calm);
  }

  /** The items have changed. */
  structure(): void {
    this.#roadmap.ask();
    this.#answers.ask();
  }

  /** A round of looking at files is over, or the scan began or ended. */
  settled(): void {
    const totals = JSON.stringify(this.#options.findings.totals);
    // The rows show problems too.
    if (totals !== this.#totals) this.structure();
    this.#totals = totals;
    const status = this.status();
    const text = JSON.stringify(status);
    if (text === this.#sent) return;
    this.#sent = text;
    this.#options.send(statusChanged, status);
  }

  status(): ServerStatus {
    const { engine, findings, notes, tell } = this.#options;
    const isScanning = this.#options.isScanning();
    const sum = { files: 0, specs: 0, items: 0 };
    let config: ProtocolLocation | undefined;
    for (const project of engine.workspace.projects()) {
      const { counts } = project;
      sum.files += counts.files;
      sum.specs += counts.specs;
      // Nothing is looked up for a figure that is another one soon.
      if (!isScanning) sum.items += counts.items;
      const broken = engine.problems(project.configUri).find(({ rule }) => rule === "config-invalid");
      if (broken !== undefined) config ??= { uri: project.configUri, range: broken.range };
    }
    const state = isScanning
      ? "scanning"
      : config !== undefined
        ? "broken-config"
        : sum.specs === 0
          ? "no-specs"
          : "ready";
    const note = notes().map(tell).join(" ");
    return { state, ...sum, ...findings.totals, ...(config && { config }), ...(note === "" ? {} : { note }) };
  }

  dispose(): void {
    this.#roadmap.cancel();
    this.#answers.cancel();
  }
}

/** At most one notice about the roadmap in so many milliseconds. */
const quiet = 100;

/** Figures between the lines may come later: nobody wants them to move with each letter. */
const calm = 500;
