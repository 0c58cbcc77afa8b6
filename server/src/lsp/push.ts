import type { PublishDiagnosticsParams } from "vscode-languageserver";
import type { Report } from "./findings.ts";

export interface PushOptions {
  readonly report: (uri: string) => Report;
  readonly version: (uri: string) => number | undefined;
  readonly scanned: () => boolean;
  readonly publish: (params: PublishDiagnosticsParams) => void;
}

/**
 * Diagnostics for clients that cannot ask. Each notification is made from the state of the moment in which it is sent,
 * so that none is stale and none overtakes another; what the client has is not sent again.
 */
export class Push {
  readonly #options: PushOptions;
  readonly #sent = new Map<string, string>();

  constructor(options: PushOptions) {
    this.#options = options;
  }

  settled(uris: readonly string[]): void {
    if (!this.#options.scanned()) return;
    for (const uri of uris) {
      const { id, diagnostics } = this.#options.report(uri);
      const version = this.#options.version(uri);
      const stamp = `${id} ${version ?? ""}`;
      const before = this.#sent.get(uri);
      if (before === stamp || (before === undefined && diagnostics.length === 0 && version === undefined)) continue;
      if (diagnostics.length === 0 && version === undefined) this.#sent.delete(uri);
      else this.#sent.set(uri, stamp);
      this.#options.publish({ uri, version, diagnostics: [...diagnostics] });
    }
  }
}
