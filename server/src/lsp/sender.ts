import type { Connection } from "vscode-languageserver";
import type { Document } from "../base/document.ts";
import type { Host } from "../host.ts";
import type { Documents } from "./documents.ts";
import { type Edge, outgoing, placesIn } from "./edge.ts";
import type { Encoding } from "./encoding.ts";

/** Sends what the server says, translated for the client, in the order in which it was said. */
export class Sender implements Edge {
  readonly encoding: Encoding;
  readonly #connection: Connection;
  readonly #documents: Documents;
  readonly #host: Host;
  #queue: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(connection: Connection, documents: Documents, encoding: Encoding, host: Host) {
    this.#connection = connection;
    this.#documents = documents;
    this.encoding = encoding;
    this.#host = host;
  }

  document(uri: string): Document | undefined {
    return this.encoding === "utf-16" ? undefined : this.#documents.get(uri)?.document;
  }

  spelling(uri: string): string {
    return this.#documents.get(uri)?.spelling ?? uri;
  }

  /** At once when nothing has to be read for it, and nothing before it is still waiting. */
  notify(method: string, params: unknown): void {
    if (this.#waiting === 0 && !this.#needsTexts()) {
      void this.#connection.sendNotification(method, this.#plain(params, undefined));
      return;
    }
    this.#waiting++;
    this.#queue = this.#queue.then(async () => {
      await this.#connection.sendNotification(method, await this.translate(params, undefined));
      this.#waiting--;
    });
  }

  /** An answer as the client understands it; `around` is the document that was asked about. */
  translate<T>(result: T, around: string | undefined): T | Promise<T> {
    return this.#needsTexts() ? this.#withTexts(result, around) : this.#plain(result, around);
  }

  #needsTexts(): boolean {
    return this.encoding !== "utf-16";
  }

  #plain<T>(result: T, around: string | undefined): T {
    return this.#documents.areSpeltAlike() && this.encoding === "utf-16" ? result : outgoing(result, this, around);
  }

  /** Columns in closed files are counted in their texts, which are not kept. */
  async #withTexts<T>(result: T, around: string | undefined): Promise<T> {
    const closed = [...placesIn(result, around)].filter((uri) => this.#documents.get(uri) === undefined);
    const texts = closed.length === 0 ? [] : await this.#host.readMany(closed);
    const read = new Map(closed.map((uri, index) => [uri, { uri, text: texts[index] ?? "" }]));
    const document = (uri: string) => this.document(uri) ?? read.get(uri);
    return outgoing(result, { encoding: this.encoding, document, spelling: (uri) => this.spelling(uri) }, around);
  }
}
