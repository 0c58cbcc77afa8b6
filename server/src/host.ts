import type { Document } from "./base/document.ts";
import type { Phrase, Words } from "./base/say.ts";
import type { ReadingConfig } from "./model/config.ts";
import type { Spec } from "./model/read-spec.ts";
import type { Revision } from "./protocol.ts";
import type { Engine } from "./rules/engine.ts";
import { type NameOf, type Parts, type Recording, record, resume } from "./rules/resume.ts";
import type { Change } from "./workspace/change.ts";
import type { Ignored } from "./workspace/ignored.ts";
import type { WhatWasRead } from "./workspace/way.ts";
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
  /** The files below a folder as they were; a sentence where nobody remembers. */
  readonly past?: (folder: string, revision: Revision) => Promise<Past | Phrase>;
  /** Documents that other branches have and this one does not; `known` is what they were like before. */
  readonly elsewhere?: (folder: string, known: Elsewhere["state"] | undefined) => Promise<Elsewhere | undefined>;
  /** What was found in these folders at an earlier start, where such things are kept. */
  readonly memo?: (folders: readonly string[], place: ReadingsPlace) => Memo | undefined;
}

/** A moment of a repository: never changes under its name. */
export interface Past {
  readonly commit: string;
  readonly host: Host;
  /** Of the files that lie on the disk just as they were then, the names of their texts, as scans give them. */
  readonly stillThere: (uris: readonly string[]) => readonly (string | undefined)[];
}

/** What lies below a folder on other branches, those of others as they were last fetched. */
export interface Elsewhere {
  /** What all branches are like, to be handed back when they are asked for again. */
  readonly state: object;
  /** Undefined where all is as it was when it was `known`. */
  readonly documents?: readonly Document[];
  /** A sentence when not all could be read. */
  readonly note?: Words;
}

/** Where what was read is kept for the next start: the URI of a folder, the usual place, or nowhere. */
export type ReadingsPlace = { readonly folder: string } | "usual" | "nowhere";

/** Reads the files of a folder, once. */
export interface Scan {
  /** In the order asked for, undefined for what could not be read. Gives others a turn every few milliseconds. */
  read(files: readonly ToRead[]): Promise<readonly (WasRead | undefined)[]>;
  /** What was kept of a file at an earlier start, if its text had that name. */
  readonly wasRead: WhatWasRead;
  /**
   * All has been read: keeps it for the next start, unless what was kept is nearly the same and it need not be `exact`.
   * Answers with a sentence when that cannot be.
   */
  end(exact: boolean): Promise<string | undefined>;
}

/** What was read, and a name of the text that no other text has. */
export interface WasRead {
  readonly spec: Spec;
  readonly name: string;
}

/** Keeps what an engine has found, in parts, from one start to the next. */
export interface Memo {
  /** As scans name texts. */
  readonly nameOf: NameOf;
  /** What was kept last by this version of the program; undefined where nothing was. */
  recall(): Parts | undefined;
  /**
   * Keeps the parts that come of some steps, if any do, unless at the end they are out of date. Answers with a sentence when
   * they cannot be kept.
   */
  keep(steps: Recording, isStill: () => boolean): Promise<string | undefined>;
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
  readonly note?: Words;
}

export function isMarkdown(uri: string): boolean {
  return /\.(?:md|markdown)$/i.test(uri);
}

/** What became of what was found at an earlier start. */
export interface Recalled {
  readonly isRecalled: boolean;
  /** Keeps what was found for the next start, once everything has been checked; undefined where what was kept serves on. */
  readonly keep: (() => Promise<string | undefined>) | undefined;
}

/** Spares the engine what it found at an earlier start, as far as nothing has changed that it rests on. In small steps. */
export function* recallFindings(
  engine: Engine,
  memo: Memo | undefined,
  wasRead: WhatWasRead,
): Generator<void, Recalled> {
  if (memo === undefined) return { isRecalled: false, keep: undefined };
  const parts = memo.recall();
  const differ = parts && (yield* resume(engine, parts, memo.nameOf, wasRead));
  const isRecalled = differ !== undefined;
  // A few that have to be checked anew cost less than keeping everything again.
  if (isRecalled && differ + engine.unchecked().length <= engine.workspace.files().length / 50)
    return { isRecalled, keep: undefined };
  const keep = async (): Promise<string | undefined> => {
    const { changes } = engine;
    return await memo.keep(record(engine, memo.nameOf), () => engine.changes === changes);
  };
  return { isRecalled, keep };
}

/** As many files as are read at once; configurations come first and by themselves, for they say with what others are read. */
export function* portionsOf(uris: readonly string[], size: number): IterableIterator<readonly string[]> {
  const configurations: string[] = [];
  const documents: string[] = [];
  for (const uri of uris) (isMarkdown(uri) ? documents : configurations).push(uri);
  for (const files of [configurations, documents])
    for (let at = 0; at < files.length; at += size) yield files.slice(at, at + size);
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
      const read = specs[at];
      return read === undefined ? { type: "delete", uri } : { type: "read", uri, config, ...read };
    }),
  ];
}
