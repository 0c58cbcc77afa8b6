import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";

/** What differs between the desktop and the web. */
export interface Platform {
  readonly filesThroughClient: boolean;
  /** Loads the client library only now: it is twenty times as large as the rest, and most windows do without. */
  createClient(options: LanguageClientOptions): Promise<BaseLanguageClient>;
}
