import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";

/** What differs between the desktop and the web. */
export interface Platform {
  readonly filesThroughClient: boolean;
  /** Where the server may keep what it has read, as a URI; false where there is no such place. */
  readonly cache: string | false;
  /** Loads the client library only now: it is twenty times as large as the rest, and most windows do without. */
  createClient(options: LanguageClientOptions): Promise<BaseLanguageClient>;
}
