import type { FileEvent } from "vscode-languageserver";
import type { Words } from "../base/say.ts";
import { nameOf, parentUri } from "../base/uri.ts";
import { changesOf, type Host, isMarkdown, type Listing, portionsOf, type ReadingsPlace, type Scan } from "../host.ts";
import type { Change } from "../workspace/change.ts";
import type { WhatWasRead } from "../workspace/way.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type Folder, FolderSet, isOutside } from "./folders.ts";
import { inTurns, Later, turns } from "./later.ts";

export interface FilesOptions {
  readonly host: Host;
  readonly apply: (changes: readonly Change[]) => void;
  /** What is known of the files: a scan asks it with what to read each. */
  readonly workspace: Workspace;
  /** Where scans keep what they have read. */
  readonly readings: ReadingsPlace;
  /** Names of configurations besides the usual one. */
  readonly names: () => readonly string[];
  readonly failed: (what: string, reason: unknown) => void;
  /** Milliseconds without news after which a folder is listed again; 300 where nothing is said. */
  readonly quiet?: number;
}

/** How far a scan is: `done` of `all` files of a folder. */
export type Progress = (folder: string, done: number, all: number) => void;

/** What lies on the disk, or wherever the host reads: listed at first, and read again when something is heard. */
export class Files {
  readonly #options: FilesOptions;
  readonly #folders = new FolderSet();
  /** One thing after the other, so that no older text overtakes a newer one. */
  #queue: Promise<void> = Promise.resolve();
  readonly #stale = new Set<string>();
  readonly #soon: Later;
  /** Those that are over and not kept yet. */
  readonly #scans: Scan[] = [];
  #figures = { files: 0, listed: 0, read: 0 };

  constructor(options: FilesOptions) {
    this.#options = options;
    this.#soon = new Later(() => this.#listAgain(), options.quiet ?? 300, 2_000);
  }

  /** Of the scans since `look`: how many files, and milliseconds for listing and reading them. */
  get figures(): { readonly files: number; readonly listed: number; readonly read: number } {
    return this.#figures;
  }

  has(root: string): boolean {
    return this.#folders.get(root) !== undefined;
  }

  notes(): readonly Words[] {
    return [...this.#folders].flatMap(({ listing }) => listing?.note ?? []);
  }

  /** Whether the file is none of ours: `.gitignore` names it, or it lies in `node_modules`. */
  isIgnored(uri: string): boolean {
    return isOutside(uri) || this.#folders.around(uri)?.listing?.ignored.file(uri) === true;
  }

  /** Looks at these folders and no others; resolves when all that is new has been read. */
  look(roots: readonly string[], progress: Progress): Promise<void> {
    const { added, widened } = this.#folders.become(roots);
    this.#options.apply([{ type: "roots", uris: roots }]);
    this.#figures = { files: 0, listed: 0, read: 0 };
    return this.#enqueue(async () => {
      for (const root of [...added, ...widened]) await this.#scan(root, progress);
    });
  }

  /** Reads these files again; one that is gone counts as deleted. */
  read(uris: readonly string[]): Promise<void> {
    return this.#enqueue(() => this.#read(uris.filter((uri) => !this.isIgnored(uri))));
  }

  /** What the client's watcher heard. */
  watched(events: readonly FileEvent[]): Promise<void> {
    return this.#enqueue(async () => {
      const texts = new Set<string>();
      const changes: Change[] = [];
      for (const { uri, type } of events) {
        // A workspace folder may go as a whole, or what it lies in: then it stands empty in the window.
        if (type === deleted)
          for (const gone of this.#folders.inOrAt(uri)) this.#disappeared(gone, gone.root, texts, changes);
        // It comes back as one, too.
        if (type === created) for (const { root } of this.#folders.inOrAt(uri)) this.#ask(root);
        const folder = this.#folders.around(uri);
        // It speaks of everything below it, of other workspace folders too.
        if (nameOf(uri) === ".gitignore") for (const { root } of this.#folders.inOrAt(parentUri(uri))) this.#ask(root);
        if (folder === undefined || isOutside(uri)) continue;
        if (nameOf(uri) === ".gitignore") this.#ask(folder.root);
        else if (this.isIgnored(uri)) continue;
        else if (this.#isText(uri)) texts.add(uri);
        else if (type === created) this.#appeared(folder, uri, changes);
        else if (type === deleted) this.#disappeared(folder, uri, texts, changes);
      }
      if (changes.length > 0) this.#options.apply(changes);
      await this.#read([...texts]);
    });
  }

  /** What was kept of a file at an earlier start, if its text had that name. */
  readonly wasRead: WhatWasRead = (uri, at, name) => {
    for (const scan of this.#scans) {
      const spec = scan.wasRead(uri, at, name);
      if (spec !== undefined) return spec;
    }
    return undefined;
  };

  /** Keeps what the scans have read for the next start; `exact`: also where that is nearly what was kept before. */
  keep(exact: boolean): Promise<void> {
    // What an earlier call has begun may still be at work: who ends the process has to wait for it.
    if (this.#scans.length === 0) return this.#queue;
    return this.#enqueue(async () => {
      for (const scan of this.#scans.splice(0)) {
        const problem = await scan.end(exact);
        if (problem !== undefined) this.#options.failed("Keeping what was read", problem);
      }
    });
  }

  dispose(): void {
    this.#soon.cancel();
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work).catch((reason: unknown) => this.#options.failed("Reading files", reason));
    return this.#queue;
  }

  #ask(root: string): void {
    this.#stale.add(root);
    this.#soon.ask();
  }

  #listAgain(): void {
    const roots = [...this.#stale];
    this.#stale.clear();
    void this.#enqueue(async () => {
      for (const root of roots) await this.#scan(root, () => {});
    });
  }

  /** Lists a folder, and reads what was not known; what is not there any more is deleted. */
  async #scan(root: string, progress: Progress): Promise<void> {
    const folder = this.#folders.get(root);
    if (folder === undefined) return;
    const { host, names, readings } = this.#options;
    const start = performance.now();
    const listing = await host.list(root, names(), this.#folders.inside(root));
    const listed = performance.now();
    if (this.#folders.get(root) !== folder) return;
    const { files } = folder;
    const isFirst = folder.listing === undefined;
    await inTurns(this.#takeIn(folder, listing));
    if (this.#folders.get(root) !== folder) return;
    const fresh = listing.files.filter((uri) => !files.has(uri));
    progress(nameOf(root), 0, fresh.length);
    const scan = isFirst ? host.scan?.(root, readings) : undefined;
    await this.#read(fresh, scan, (done) => progress(nameOf(root), done, fresh.length));
    if (scan !== undefined) this.#scans.push(scan);
    this.#figures = {
      files: this.#figures.files + fresh.length,
      listed: this.#figures.listed + listed - start,
      read: this.#figures.read + performance.now() - listed,
    };
  }

  /** From now on a folder holds what was listed, and no more. In small steps. */
  *#takeIn(folder: Folder, listing: Listing): IterableIterator<void> {
    const { apply } = this.#options;
    const before = { files: folder.files, others: folder.others, complete: this.#folders.areComplete() };
    const files = new Set(listing.files);
    yield;
    const others = new Set(listing.others);
    yield;
    const { complete, ignored, note } = listing;
    Object.assign(folder, { listing: { complete, ignored, ...(note && { note }) }, files, others });
    const isGone = (uri: string): boolean =>
      !files.has(uri) && !others.has(uri) && this.#folders.around(uri) === folder;
    const gone = [...before.files, ...before.others].filter(isGone);
    apply(gone.map((uri): Change => ({ type: "delete", uri })));
    for (let at = 0; at < listing.others.length; at += atOnce) {
      yield;
      if (this.#folders.get(folder.root) !== folder) return;
      apply([{ type: "others", uris: listing.others.slice(at, at + atOnce), complete: before.complete }]);
    }
    apply([{ type: "others", uris: [], complete: this.#folders.areComplete() }]);
  }

  async #read(uris: readonly string[], scan?: Scan, progress?: (done: number) => void): Promise<void> {
    const { host, apply, workspace } = this.#options;
    const pausing = turns(slice);
    let done = 0;
    for (const portion of portionsOf(uris, host.atOnce)) {
      for (const change of await changesOf(portion, workspace, host, scan)) {
        if (this.#isOurs(change)) apply([change]);
        const pause = pausing();
        if (pause !== undefined) await pause;
      }
      done += portion.length;
      progress?.(done);
    }
  }

  /** Notes which files there are; what lies in no folder any more concerns nobody. */
  #isOurs(change: Change): boolean {
    if (change.type !== "delete" && change.type !== "disk" && change.type !== "read") return true;
    const files = this.#folders.around(change.uri)?.files;
    if (change.type === "delete") files?.delete(change.uri);
    else files?.add(change.uri);
    return change.type === "delete" || files !== undefined;
  }

  /** Something that links may lead to; it may also be a folder that was moved here with all that is in it. */
  #appeared(folder: Folder, uri: string, changes: Change[]): void {
    if (folder.others.has(uri)) return;
    folder.others.add(uri);
    changes.push({ type: "others", uris: [uri], complete: this.#folders.areComplete() });
    if (!nameOf(uri).includes(".")) this.#ask(folder.root);
  }

  /** Editors say once that a folder is gone, not of every file in it. */
  #disappeared(folder: Folder, uri: string, texts: Set<string>, changes: Change[]): void {
    for (const file of folder.files) if (file.startsWith(`${uri}/`)) texts.add(file);
    for (const other of folder.others) {
      if (other !== uri && !other.startsWith(`${uri}/`)) continue;
      folder.others.delete(other);
      changes.push({ type: "delete", uri: other });
    }
  }

  #isText(uri: string): boolean {
    const name = nameOf(uri);
    return isMarkdown(uri) || name === "throughline.yaml" || this.#options.names().includes(name);
  }
}

const created = 1;
const deleted = 3;

/** Milliseconds of reading before others get a turn. */
const slice = 3;

/** So many of the other files are told of at once. */
const atOnce = 64;
