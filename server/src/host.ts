import type { ReadingConfig } from "./model/config.ts";
import type { Spec } from "./model/read-spec.ts";
import type { Change } from "./workspace/change.ts";
import type { Ignored } from "./workspace/ignored.ts";
import type { Workspace } from "./workspace/workspace.ts";

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
  /** Begins to read a whole folder, where there is a quicker way than text by text. */
  readonly scan?: (folder: string, place: ReadingsPlace) => Scan | undefined;
}

/** Where what was read is kept for the next start: the URI of a folder, the usual place, or nowhere. */
export type ReadingsPlace = { readonly folder: string } | "usual" | "nowhere";

/** Reads the files of a folder, once. */
export interface Scan {
  /** In the order asked for, undefined for what could not be read. Gives others a turn every few milliseconds. */
  read(files: readonly ToRead[]): Promise<readonly (Spec | undefined)[]>;
  /** All has been read: keeps it for the next start. Answers with a sentence when that cannot be. */
  end(): Promise<string | undefined>;
}

/** A Markdown file, its path in its project, and what the project reads it with. */
export interface ToRead {
  readonly uri: string;
  readonly path: string;
  readonly config: ReadingConfig;
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

/** As many files as are read at once; configurations come first and by themselves, for they say with what others are read. */
export function* portionsOf(uris: readonly string[], size: number): IterableIterator<readonly string[]> {
  const first = [uris.filter((uri) => !isMarkdown(uri)), uris.filter(isMarkdown)];
  for (const files of first) for (let at = 0; at < files.length; at += size) yield files.slice(at, at + size);
}

/** How files stand on the disk now; one that cannot be read is as good as deleted. With a scan, what it can is read by it. */
export async function changesOf(
  uris: readonly string[],
  workspace: Workspace,
  host: Host,
  scan?: Scan,
): Promise<readonly Change[]> {
  const files: ToRead[] = [];
  const rest: string[] = [];
  for (const uri of uris) {
    const located = scan === undefined ? undefined : workspace.readBy(uri);
    if (located === undefined) rest.push(uri);
    else files.push({ uri, path: located.path, config: located.project.config });
  }
  const specs = files.length === 0 ? [] : await scan!.read(files);
  const texts = rest.length === 0 ? [] : await host.readMany(rest);
  return [
    ...rest.map((uri, at): Change => {
      const text = texts[at];
      return text === undefined ? { type: "delete", uri } : { type: "disk", uri, text };
    }),
    ...files.map(({ uri, config }, at): Change => {
      const spec = specs[at];
      return spec === undefined ? { type: "delete", uri } : { type: "read", uri, config, spec };
    }),
  ];
}
