import { equal } from "../base/equal.ts";
import type { Config } from "../model/config.ts";
import { isRequirementId } from "../model/requirement-id.ts";
import { type Summary, siteStrength, type Target } from "../model/summary.ts";
import type { Place } from "./changed.ts";
import { type Bearer, edgesKey, nameKey, type Referrer, referrerKey } from "./contributions.ts";
import { type AllTies, definitionsIn, type FileTies, isSame, type Written, writtenIn } from "./file-ties.ts";
import type { Graph } from "./graph.ts";
import { isSameName, type Lead, leadOf } from "./lead.ts";
import type { Edge, Found, Query } from "./query.ts";
import { Readers } from "./readers.ts";
import { type Replaced, restated } from "./replaced.ts";
import { Knot, Tie, type Touched } from "./tie.ts";

/**
 * All edges of a project, from both ends. A relation is one edge, whichever end writes it: `goal.kpis` and `kpi.goals` are
 * the same edge, and written at both ends it still counts once. What is written inside another item is linked by standing
 * there. Each file contributes what it writes; what its links lead to is looked up again where a name or a path leads
 * somewhere else, and nowhere else.
 */
export class EdgeTable {
  readonly #graph: Graph;
  readonly #config: Config;
  readonly #ask: (record?: (key: string) => void) => Query;
  readonly #query: Query;
  readonly #files = new Map<string, FileTies>();
  readonly #all: AllTies;
  #shape = 0;
  /** What names lead to is known from one file to the next while the table is being filled, and nothing changes. */
  #filling: Flush | undefined;
  /** By the number of its item. */
  readonly #knots: (Knot | undefined)[] = [];
  /** Files with links to requirements by their short ids, which mean something else in every document. */
  readonly #locals = new Readers();
  /** What names led to when that was looked up last. */
  readonly #leads = new Map<string, Lead>();

  /** Empty until it is filled. `ask` makes a query over the graph, which may ask this table for the parents of documents. */
  constructor(graph: Graph, config: Config, ask: (record?: (key: string) => void) => Query) {
    this.#graph = graph;
    this.#config = config;
    this.#ask = ask;
    this.#query = ask();
    this.#all = { graph, config, files: this.#files };
  }

  /**
   * Takes in all files of the graph at once: every place first, then what each links to, so that nothing is looked up twice
   * because what it leads to comes later. A step for each file; from the first one on the table has to hear of every change.
   */
  *fill(): IterableIterator<void> {
    const flush = newFlush(untold);
    this.#filling = flush;
    for (const file of this.#graph.files()) {
      if (file.items.length === 0 || this.#files.has(file.path)) continue;
      const entry: FileTies = { knots: new Array(file.items.length), ties: none, defines: none };
      this.#files.set(file.path, entry);
      this.#setKnots(entry, file);
      entry.defines = definitionsIn(file, entry, this.#all);
      yield;
    }
    for (const [path, entry] of this.#files) {
      const file = this.#graph.file(path)!;
      this.#setTies(entry, writtenIn(file, entry, this.#all), file, flush);
      yield;
    }
    for (const local of flush.locals) {
      this.#leadLocals(local, untold);
      yield;
    }
    this.#filling = undefined;
  }

  /** Whoever links to a name that changes next is looked at, though it may lead where it led before. */
  letGo(): void {
    this.#leads.clear();
  }

  /** Grows whenever an edge comes or goes, or says something else. */
  get shape(): number {
    return this.#shape;
  }

  outgoing(of: Found): readonly Edge[] {
    return this.#knotAt(of)?.outgoing ?? none;
  }

  incoming(of: Found): readonly Edge[] {
    return this.#knotAt(of)?.incoming ?? none;
  }

  /** Whether an edge of a name starts or ends at an item. */
  has(of: Found, name: string, way: "outgoing" | "incoming"): boolean {
    return this.#knotAt(of)?.has(name, way) === true;
  }

  /** What a document is a part of, as far as no requirement's short id says so: that could only be found out from here. */
  parentOf(document: Found): Found | undefined {
    return this.#knotAt(document)?.leads(({ name, link }) => name === "parent" && !this.#isLocal(link?.target))[0]?.to;
  }

  /** The items that a file defines: not its sections about items that a stronger site elsewhere defines. */
  defines(path: string): readonly Found[] {
    return this.#files.get(path)?.defines ?? none;
  }

  /**
   * A file of the graph has become another one, if any did, and the answers under `changed` differ. Returns the files that may define
   * something else now, and the places of the items whose edges differ, with the names of the edges that do.
   */
  replace(
    file: Replaced | undefined,
    changed: ReadonlySet<string>,
  ): { readonly files: ReadonlySet<string>; readonly places: ReadonlySet<Place>; readonly names: ReadonlySet<string> } {
    const [knots, edges] = [new Set<Knot>(), new Set<string>()];
    const flush = newFlush({ knots, names: edges });
    this.#filling?.names.clear();
    const keys = new Set<string>();
    if (file !== undefined && file.before?.items !== file.after?.items) {
      this.#rewrite(file.path, flush);
      for (const key of restated(file)) {
        keys.add(key);
        this.#leads.delete(key);
      }
    }
    for (const key of changed) if (key.startsWith("name:") || key.startsWith("path:")) keys.add(key);
    for (const key of keys) this.#lookAgain(key, flush);
    if (!this.#locals.isEmpty) {
      const touched = Array.from(knots, ({ path, index }) => edgesKey(path, index));
      for (const reader of this.#locals.of([...changed, ...touched])) flush.locals.add(reader);
    }
    for (const local of flush.locals) this.#leadLocals(local, flush.touched);
    if (knots.size > 0) this.#shape++;
    return { files: flush.files, places: knots, names: edges };
  }

  /** A name or a path leads somewhere else, maybe: to whom links there, and who writes about the item of that name. */
  #lookAgain(key: string, flush: Flush): void {
    if (key.startsWith("name:")) {
      const bearers = this.#graph.list(key) as readonly Bearer[];
      const before = this.#leads.get(key);
      const lead = leadOf(bearers);
      if (lead === undefined) this.#leads.delete(key);
      else this.#leads.set(key, lead);
      if (before !== undefined && equal(before, lead)) return;
      for (const { as, path, strength } of bearers) {
        // A document always defines its item, whoever else claims the id.
        if (as === "id" && strength < siteStrength.document && !flush.files.has(path)) this.#rewrite(path, flush);
      }
    }
    const what = key.slice(key.indexOf(":") + 1);
    let before: string | undefined;
    for (const { path } of this.#graph.list(referrerKey(key)) as readonly Referrer[]) {
      if (path !== before && !flush.files.has(path)) this.#relink(path, what, flush);
      before = path;
    }
  }

  /** The links of a file to a name or a path: found among its ties alone, because a thousand files may link there. */
  #relink(path: string, what: string, flush: Flush): void {
    for (const tie of this.#files.get(path)?.ties ?? none) {
      const target = tie.link?.target;
      if (target === undefined || !this.#isCalled(target, what, path)) continue;
      if (this.#isLocal(target)) flush.locals.add(path);
      else tie.lead(this.#target(path, target, flush), flush.touched);
    }
  }

  /** Whether a link in a file leads to a name, in lower case, or to a path. */
  #isCalled(target: Target, what: string, path: string): boolean {
    if (target.type === "name") return isSameName(target.name, what);
    if (target.type === "path") return target.paths.includes(what);
    return target.type === "nested" && isSameName(this.#graph.file(path)!.items[target.item]!.key, what);
  }

  /** Reads anew what a file says about edges. What it says as before stays as it is. */
  #rewrite(path: string, flush: Flush): void {
    flush.files.add(path);
    const file = this.#graph.file(path);
    const before = this.#files.get(path) ?? { knots: [], ties: none, defines: none };
    if (file === undefined || file.items.length === 0) {
      for (const tie of before.ties) tie.lead(undefined, flush.touched);
      this.#drop(before.knots);
      this.#files.delete(path);
      this.#locals.forget(path);
      return;
    }
    this.#setKnots(before, file);
    this.#drop(before.knots.splice(file.items.length));
    this.#files.set(path, before);
    before.defines = definitionsIn(file, before, this.#all);
    this.#setTies(before, writtenIn(file, before, this.#all), file, flush);
  }

  #setKnots({ knots }: FileTies, { path, items }: Summary): void {
    for (const index of items.keys()) {
      const found = this.#graph.found(path, index)!;
      const knot = knots[index];
      if (knot !== undefined) knot.found = found;
      this.#knots[found.number] = knot ?? (knots[index] = new Knot(found));
    }
  }

  #knotAt(found: Found): Knot | undefined {
    const knot = this.#knots[found.number];
    return knot?.found === found ? knot : this.#files.get(found.file.path)?.knots[found.index];
  }

  #drop(knots: readonly Knot[]): void {
    for (const knot of knots) if (this.#knots[knot.found.number] === knot) this.#knots[knot.found.number] = undefined;
  }

  #setTies(entry: FileTies, written: readonly Written[], file: Summary, flush: Flush): void {
    const old = entry.ties;
    // Of its size from the start, here and elsewhere: a list that grows keeps room for more.
    const ties = new Array<Tie>(written.length);
    let hasLocals = false;
    for (let place = 0; place < written.length; place++) {
      const one = written[place]!;
      const known = old[place];
      const tie = known !== undefined && isSame(known, one) ? known : new Tie(one.holder, one, one.at);
      if (tie === known) {
        if (!equal(tie.link, one.link)) {
          flush.touched.names.add(tie.name);
          for (const knot of [tie.holder, tie.other]) if (knot) flush.touched.knots.add(knot);
        }
        tie.link = one.link;
        tie.field = one.field;
      } else known?.lead(undefined, flush.touched);
      ties[place] = tie;
      if (this.#isLocal(one.link?.target)) hasLocals = true;
      else tie.lead(one.inner ?? this.#target(file.path, one.link!.target, flush), flush.touched);
    }
    for (const tie of old.slice(written.length)) tie.lead(undefined, flush.touched);
    entry.ties = ties;
    if (hasLocals) flush.locals.add(file.path);
    else this.#locals.forget(file.path);
  }

  /** What the short ids of requirements in a file lead to, with the keys that decide it. */
  #leadLocals(path: string, touched: Touched): void {
    const file = this.#graph.file(path);
    const keys = new Set<string>();
    if (file !== undefined) {
      const query = this.#ask((key) => keys.add(key));
      for (const tie of this.#files.get(path)?.ties ?? none) {
        if (tie.link === undefined || !this.#isLocal(tie.link.target)) continue;
        tie.lead(this.#knotOf(query, file, tie.link.target), touched);
      }
    }
    this.#locals.set(
      this.#locals.number(path),
      Int32Array.from(keys, (key) => this.#locals.number(key)),
    );
    if (this.#locals.isUntidy()) this.#locals.tidy();
  }

  #target(path: string, target: Target, { names }: Flush): Knot | undefined {
    if (target.type !== "name") return this.#knotOf(this.#query, this.#graph.file(path)!, target);
    let knot = names.get(target.name);
    if (knot === undefined && !names.has(target.name)) {
      const to = leadOf(this.#graph.list(nameKey(target.name)) as readonly Bearer[])?.to;
      knot = to?.first && this.#files.get(to.first.path)?.knots[to.first.index];
      names.set(target.name, knot);
    }
    return knot;
  }

  #knotOf(query: Query, file: Summary, target: Target): Knot | undefined {
    const resolution = query.resolve(file, target);
    if (resolution.type !== "item") return undefined;
    const { path } = resolution.found.file;
    return this.#files.get(path)?.knots[resolution.found.index];
  }

  #isLocal(target: Target | undefined): boolean {
    return target?.type === "name" && isRequirementId(this.#config.schema, target.name);
  }
}

const none: readonly never[] = [];

/** What is done while one file is replaced. */
interface Flush {
  readonly touched: Touched;
  /** The files that were read anew. */
  readonly files: Set<string>;
  /** What names lead to, each looked up once. */
  readonly names: Map<string, Knot | undefined>;
  readonly locals: Set<string>;
}

function newFlush(touched: Touched): Flush {
  return { touched, files: new Set(), names: new Map(), locals: new Set() };
}

/** Where nobody has looked yet, nobody need be told. */
const untold: Touched = { knots: { add: () => {} }, names: { add: () => {} } };
