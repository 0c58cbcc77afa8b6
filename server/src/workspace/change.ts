import type { ReadingConfig } from "../model/config.ts";
import type { Spec } from "../model/read-spec.ts";

/**
 * What happened to the files. The only way in: everything else reads.
 * A file is named by its URI; `text` is the whole text, whether it comes from an editor or a disk.
 */
export type Change =
  /** A file's text: on the disk, or in an editor, which wins for as long as it is open. */
  | { readonly type: "disk"; readonly uri: string; readonly text: string }
  /**
   * The same for a text that need not be read again: what `readSpec` makes of it with this configuration. `name` is that
   * of the text: no other text has it.
   */
  | {
      readonly type: "read";
      readonly uri: string;
      readonly config: ReadingConfig;
      readonly spec: Spec;
      readonly name: string;
    }
  | { readonly type: "open"; readonly uri: string; readonly text: string }
  /** The editor has let go of it; the disk's text, if there is one, counts again. */
  | { readonly type: "close"; readonly uri: string }
  | { readonly type: "delete"; readonly uri: string }
  /** Other things that links may lead to (pictures, folders), so that a link to them is not dead. */
  | { readonly type: "others"; readonly uris: readonly string[]; readonly complete: boolean }
  /** The folders that are looked at, in the order of the workspace. */
  | { readonly type: "roots"; readonly uris: readonly string[] }
  /**
   * Where the configuration of a workspace folder lies, relative to it; nested ones are always `throughline.yaml`. Without
   * `root` it is said of all folders of which nothing else is said.
   */
  | { readonly type: "configFile"; readonly path: string; readonly root?: string }
  /** The local date, `YYYY-MM-DD`. */
  | { readonly type: "today"; readonly date: string };
