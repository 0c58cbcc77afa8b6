import type { Ignored } from "./workspace/ignored.ts";

/** How texts come in: from the disk in Node, through the client elsewhere. Never throws: what cannot be read is left out. */
export interface Host {
  /**
   * Everything below a folder that `.gitignore` does not name; `node_modules` and `.git` are never looked into.
   * `names` are configurations beside the usual `throughline.yaml`; folders in `except` belong to somebody else.
   */
  list(folder: string, names: readonly string[], except: readonly string[]): Promise<Listing>;
  /** The texts in the order asked for, undefined for what could not be read. */
  readMany(uris: readonly string[]): Promise<readonly (string | undefined)[]>;
  /** How many files to ask for at once, so that others get a turn between. */
  readonly atOnce: number;
}

export interface Listing {
  /** Markdown files and configurations, the configurations first. */
  readonly files: readonly string[];
  /** Other files, and folders, which links may lead to. */
  readonly others: readonly string[];
  /** Whether `others` has them all. */
  readonly complete: boolean;
  /** What `.gitignore` says, for files that turn up later. */
  readonly ignored: Ignored;
  /** A sentence when not everything was listed. */
  readonly note?: string;
}

export function isMarkdown(uri: string): boolean {
  return /\.(?:md|markdown)$/i.test(uri);
}
