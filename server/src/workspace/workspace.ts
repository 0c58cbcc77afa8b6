import type { Document } from "../base/document.ts";
import { globMatcher } from "../base/glob.ts";
import { folderUri, parentUri, pathOf, uriOf } from "../base/uri.ts";
import { defaultConfig, type ReadingConfig } from "../model/config.ts";
import { type ConfigReading, readConfig } from "../model/config-read.ts";
import { packSpec } from "../model/pack-spec.ts";
import { readSpec, type Spec } from "../model/read-spec.ts";
import { unpackSpec } from "../model/unpack-spec.ts";
import { OpenBodies } from "../model/unpacked-summary.ts";
import { type Applied, Batch } from "./batch.ts";
import type { Change } from "./change.ts";
import type { Changing } from "./changed.ts";
import { Presence } from "./presence.ts";
import { Project } from "./project.ts";
import { type Located, Projects } from "./projects.ts";
import { configName, Roots } from "./roots.ts";

/** A configuration as it stands in its file. */
export interface ConfigFile extends ConfigReading {
  readonly document: Document;
}

/**
 * All files of all folders. `apply` is the only way in; everything else is a read of immutable values.
 * Texts of closed files are dropped as soon as they are read.
 */
export class Workspace {
  readonly #ruleIds: readonly string[];
  readonly #roots: Roots;
  #today: string;
  /** Open documents win over the disk for as long as they are open. */
  readonly #open = new Map<string, Document>();
  /** Every Markdown file that is known to exist, by URI, with the project that has read it (undefined: outside its globs). */
  readonly #files = new Map<string, Project | undefined>();
  #listed: readonly string[] | undefined;
  /** By URI, the name of the text that was read elsewhere. */
  readonly #names = new Map<string, string>();
  /** Everything of the above, the configurations and other files, with the folders around it. */
  readonly #present = new Presence();
  readonly #configs = new Map<string, ConfigFile>();
  #projects = new Projects([]);
  readonly #bodies = new OpenBodies();

  constructor(options: { readonly today: string; readonly configPath?: string; readonly ruleIds?: readonly string[] }) {
    this.#today = options.today;
    this.#roots = new Roots(options.configPath);
    this.#ruleIds = options.ruleIds ?? [];
  }

  get today(): string {
    return this.#today;
  }

  projects(): readonly Project[] {
    return this.#projects.all;
  }

  /** The project a file belongs to: the nearest one; a nested project is invisible to the outer one. */
  locate(uri: string): Located | undefined {
    return this.#projects.locate(uri);
  }

  /** The project that reads a Markdown file, which lies within its globs then. */
  readBy(uri: string): Located | undefined {
    const located = this.isConfig(uri) ? undefined : this.locate(uri);
    return located !== undefined && isIncluded(located) ? located : undefined;
  }

  /** The text of an open document. */
  document(uri: string): Document | undefined {
    return this.#open.get(uri);
  }

  /** The configuration that lies at `uri`. */
  configFile(uri: string): ConfigFile | undefined {
    return this.#configs.get(uri);
  }

  isConfig(uri: string): boolean {
    return this.#roots.isConfig(uri);
  }

  /** The name of the text of a closed file, where that was read by a scan. */
  nameOf(uri: string): string | undefined {
    return this.#names.get(uri);
  }

  /** Whether it is known as a Markdown file or a configuration. */
  has(uri: string): boolean {
    return this.#files.has(uri) || this.#configs.has(uri);
  }

  /** Every Markdown file that is known; the same list until one comes or goes. */
  files(): readonly string[] {
    return (this.#listed ??= [...this.#files.keys()]);
  }

  /**
   * All that answers depend on, in any order: two workspaces with the same lines answer the same. `nameOf` names the text of
   * an open document. Undefined where it is not known which text was read.
   */
  state(nameOf: (text: string) => string): readonly string[] | undefined {
    const lines = [`today ${this.#today}`, `complete ${this.#present.isComplete}`];
    for (const [at, root] of this.#roots.uris.entries())
      lines.push(`root ${at} ${root} ${this.#roots.configUri(root)}`);
    for (const other of this.#present.others) lines.push(`other ${other}`);
    for (const [uri, { document }] of this.#configs) lines.push(`config ${uri} ${document.text}`);
    for (const [uri, project] of this.#files) {
      const open = this.#open.get(uri);
      const name = project === undefined ? "" : open === undefined ? this.#names.get(uri) : nameOf(open.text);
      if (name === undefined) return undefined;
      lines.push(`file ${uri} ${name}`);
    }
    return lines;
  }

  apply(changes: readonly Change[]): Applied {
    const batch = new Batch();
    for (const change of changes) this.#one(change, batch);
    return batch.result();
  }

  #one(change: Change, batch: Batch): void {
    switch (change.type) {
      case "roots":
        this.#roots.become(change.uris.map(folderUri));
        this.#forgetOutside(batch);
        this.#regroup(batch);
        break;
      case "configFile":
        this.#nameConfig(change, batch);
        break;
      case "today":
        this.#today = change.date;
        for (const project of this.#projects.all) batch.add(project, project.setToday(change.date));
        break;
      case "others":
        for (const uri of change.uris) this.#news(this.#present.putOther(uri), batch);
        if (this.#present.become(change.complete)) this.#ask("complete", batch);
        break;
      case "open":
        this.#open.set(change.uri, { uri: change.uri, text: change.text });
        this.#read(change.uri, change.text, batch);
        break;
      case "disk":
        if (!this.#open.has(change.uri) && this.#roots.hold(change.uri)) this.#read(change.uri, change.text, batch);
        break;
      case "read":
        if (this.#open.has(change.uri) || !this.#roots.hold(change.uri)) break;
        if (this.#isAsReadHere(change.uri, change)) {
          this.#readFile(change.uri, change.spec, batch);
          this.#names.set(change.uri, change.name);
        } else batch.wanted.push(change.uri);
        break;
      case "close":
        if (!this.#open.delete(change.uri)) break;
        if (this.#roots.hold(change.uri)) batch.wanted.push(change.uri);
        else this.#forget(change.uri, batch);
        break;
      case "delete":
        if (!this.#open.has(change.uri)) this.#forget(change.uri, batch);
        break;
    }
  }

  /** Between asking for a file to be read and the answer, another configuration may have come. */
  #isAsReadHere(uri: string, { config, spec }: { readonly config: ReadingConfig; readonly spec: Spec }): boolean {
    const located = this.readBy(uri);
    return located?.project.config === config && located.path === spec.summary.path;
  }

  /** Files that lie in no folder any more; what an editor holds open stays. */
  #forgetOutside(batch: Batch): void {
    for (const uri of [...this.#files.keys(), ...this.#configs.keys(), ...this.#present.others]) {
      if (!this.#roots.hold(uri) && !this.#open.has(uri)) this.#forget(uri, batch, false);
    }
  }

  /** From now on the folders' configurations lie elsewhere: what lies there is read as one, and what was one is none. */
  #nameConfig({ path, root }: Extract<Change, { type: "configFile" }>, batch: Batch): void {
    const moved = this.#roots.nameConfig(path, root);
    for (const uri of moved) this.#forget(uri, batch, false);
    this.#regroup(batch);
    for (const uri of moved) {
      const open = this.#open.get(uri);
      if (open !== undefined) this.#read(uri, open.text, batch);
      else batch.wanted.push(uri);
    }
  }

  #read(uri: string, text: string, batch: Batch): void {
    if (this.isConfig(uri)) this.#readConfig(uri, text, batch);
    else this.#readFile(uri, { uri, text }, batch);
  }

  #readFile(uri: string, source: Document | Spec, batch: Batch): void {
    const isNew = !this.#files.has(uri);
    const located = this.readBy(uri);
    const before = this.#files.get(uri);
    const after = located?.project;
    this.#names.delete(uri);
    this.#files.set(uri, after);
    batch.files.add(uri);
    if (isNew) this.#listed = undefined;
    if (isNew) this.#news(this.#present.put(uri), batch);
    if (before !== undefined && before !== after) batch.add(before, this.#drop(before, uri));
    if (located === undefined) return;
    const { project } = located;
    // The path is the very text that is known there already: nobody need compare the two.
    const changing = "text" in source ? this.#readText(located, source) : project.replace(source.summary.path, source);
    batch.add(project, changing);
  }

  /** What is read of a closed file is kept packed, as scans do: few will ask for it, and its text goes at once. */
  #readText({ project, path }: Located, document: Document): Changing {
    if (this.#open.has(document.uri)) return project.read(path, document);
    const spec = unpackSpec(packSpec(readSpec(document, path, project.config)), this.#bodies, path);
    return spec === undefined ? project.read(path, document) : project.replace(path, spec);
  }

  /** `regroup` is false where the projects are made anew afterwards anyway. */
  #forget(uri: string, batch: Batch, regroup = true): void {
    this.#news(this.#present.takeOther(uri), batch);
    if (this.#configs.delete(uri)) {
      batch.files.add(uri);
      this.#news(this.#present.take(uri), batch);
      if (regroup) this.#regroup(batch);
    }
    const project = this.#files.get(uri);
    this.#names.delete(uri);
    if (!this.#files.delete(uri)) return;
    this.#listed = undefined;
    batch.files.add(uri);
    this.#news(this.#present.take(uri), batch);
    if (project !== undefined) batch.add(project, this.#drop(project, uri));
  }

  #drop(project: Project, uri: string): Changing {
    return project.replace(pathOf(project.root, uri)!, undefined);
  }

  #readConfig(uri: string, text: string, batch: Batch): void {
    const known = this.#configs.get(uri);
    if (known?.document.text === text) return;
    this.#configs.set(uri, { document: { uri, text }, ...readConfig(text, this.#ruleIds) });
    batch.files.add(uri);
    if (known === undefined) this.#news(this.#present.put(uri), batch);
    this.#regroup(batch, uri);
  }

  /** Makes the projects anew where folders or configurations changed, and asks for the files of those that did. */
  #regroup(batch: Batch, changedConfig?: string): void {
    const before = new Map(this.#projects.all.map((project) => [project.root, project]));
    const roots = new Map<string, string>();
    for (const uri of this.#configs.keys()) if (uri.endsWith(`/${configName}`)) roots.set(parentUri(uri), uri);
    for (const root of this.#roots.uris) roots.set(root, this.#roots.configUri(root));
    const projects = [...roots].map(([root, configUri]) => {
      const known = before.get(root);
      const config = this.#configs.get(configUri)?.config ?? defaultConfig;
      const fresh =
        known === undefined || known.config !== config || known.configUri !== configUri || configUri === changedConfig;
      return fresh ? new Project(root, configUri, config, this.#today, (path) => this.#exists(root, path)) : known;
    });
    this.#projects = new Projects(projects);
    for (const project of before.values()) if (!this.#projects.has(project)) batch.files.add(project.configUri);
    batch.projects = true;
    batch.structure = true;
    for (const [uri, owner] of this.#files) {
      const project = this.#projects.nearest(uri);
      if (project === owner && owner !== undefined) continue;
      const open = this.#open.get(uri);
      if (open !== undefined) this.#readFile(uri, open, batch);
      else if (project !== undefined) {
        if (owner !== undefined && this.#projects.has(owner)) batch.add(owner, this.#drop(owner, uri));
        this.#files.set(uri, undefined);
        batch.wanted.push(uri);
      }
      batch.files.add(uri);
    }
  }

  #exists(root: string, path: string): boolean | undefined {
    const uri = uriOf(root, path);
    return this.#roots.uris.includes(uri) || this.#present.has(uri);
  }

  /** Something is there now, or is not any more: whoever asked for it is to ask again. */
  #news(uris: readonly string[], batch: Batch): void {
    for (const uri of uris) {
      batch.structure = true;
      for (const project of this.#projects.around(uri)) batch.add(project, project.news(pathOf(project.root, uri)!));
    }
  }

  /** Whoever asked every project under this key is to ask again. */
  #ask(key: string, batch: Batch): void {
    for (const project of this.#projects.all) batch.add(project, project.renew(key));
  }
}

/** Whether a project's globs take a file in. */
function isIncluded({ project, path }: Located): boolean {
  const { files, ignore } = project.config;
  return globMatcher(files)(path) && !globMatcher(ignore)(path);
}
