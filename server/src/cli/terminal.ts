import type { TextEdit } from "../base/span.ts";
import type { Host } from "../host.ts";

/** What a command line stands on: the only way from the commands to the machine, so that tests can hand in another one. */
export interface Terminal {
  /** The folder in which the command was typed, as a URI. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether somebody reads along, rather than a file or a pipe. */
  readonly isInteractive: boolean;
  /** The local date, `YYYY-MM-DD`. */
  readonly today: string;
  readonly version: string;
  readonly host: Host;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** A path as typed, relative to `cwd`, as a URI. */
  readonly uriOf: (path: string) => string;
  /** A URI as people type it, relative to `cwd`. */
  readonly show: (uri: string) => string;
  readonly exists: (uri: string) => boolean;
  /** Where a file or a folder really lies, behind all links; of one that is not there yet, where it would. */
  readonly placeOf: (uri: string) => string;
  readonly write: (uri: string, text: string) => void;
  /** Writes a file that is not there yet; false where there is one. */
  readonly create: (uri: string, text: string) => boolean;
  /** Whether a file holds this text, and could be written back byte for byte. */
  readonly holds: (uri: string, text: string) => boolean;
  /**
   * Edits files, in their encodings and with their line ends, and then moves files and folders to where nothing lies.
   * Throws, and leaves all files as they are, where one cannot be written.
   */
  readonly rewrite: (files: readonly FileEdits[], moves: readonly FileMove[]) => void;
  /** Speaks LSP over standard input and output until it is told to stop. */
  readonly serve: () => Promise<number>;
}

export interface FileEdits {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

/** From one URI to another. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/** Something is wrong with how the command was typed: exit code 2, and a sentence that says what to do. */
export class UsageError extends Error {}

export const exitCodes = { clean: 0, findings: 1, usage: 2, internal: 3 } as const;
