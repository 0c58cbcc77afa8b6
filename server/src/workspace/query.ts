import type { Day } from "../base/day.ts";
import type { Config } from "../model/config.ts";
import type { FieldValue, Item, LinkValue, Scalar, Summary, Target } from "../model/summary.ts";
import type { Lately } from "./lately.ts";
import type { Highest } from "./numbers.ts";

/**
 * How one project is read. Every answer is keyed, and the keys that a check asked for are recorded, so that exactly the
 * files whose answers changed are checked again. Nothing resolved is stored: a name is looked up whenever it is asked for.
 */
export interface Query {
  /** Stands for the project, whoever asks, until very much has changed in it: what is kept about its items can be kept under it. */
  readonly project: object;
  /** Grows whenever an edge of the project comes or goes, or says something else. */
  readonly shape: number;
  /** Which files have become others: what is kept about single items under `project` is looked at again where they changed. */
  readonly lately: Lately;
  /** What was found out with this query, see `perFile`. */
  readonly kept: Kept;
  readonly config: Config;
  /** The local date, `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether today is later than a day: who asks that is asked again when it is, and not whenever a day is over. */
  isPast(day: Day): boolean;
  /** The summary of a Markdown file of the project, by path. */
  file(path: string): Summary | undefined;
  /** Whether anything lies at the path: a Markdown file, another file, or a folder. Undefined where that is not known. */
  exists(path: string): boolean | undefined;
  /** The item at a place in a file. */
  at(path: string, index: number): Found | undefined;
  /** The item that defines `key`: an id, a stem, `document#slug` or `PRD-1/FR-2`; case is ignored. */
  definition(key: string): Found | undefined;
  /** Every site of equal, greatest strength that claims the id: more than one is a duplicate. */
  claims(key: string): readonly Found[];
  /** Every site that goes by a name in any way, in order of place. */
  named(name: string): readonly Found[];
  /** What a written target leads to, asked from a file (requirement ids are local to it). */
  resolve(from: Found | Summary, target: Target): Resolution;
  /** Whether it leads anywhere: who asks no more than this is not asked again when what it leads to says something else. */
  leads(from: Found | Summary, target: Target): boolean;
  /** Edges that start at the item, whichever end wrote them, each once. All of them, or those of one name. */
  outgoing(of: Found, edge?: string): readonly Edge[];
  /** Edges that end at the item. */
  incoming(of: Found, edge?: string): readonly Edge[];
  /** Whether any edge of a name starts or ends at the item, whatever stands at its other end. */
  hasOutgoing(of: Found, edge: string): boolean;
  hasIncoming(of: Found, edge: string): boolean;
  /** The other members of the dependency cycle the item is on, in order, or undefined; of a very long one the first few. */
  cycle(of: Found): readonly Found[] | undefined;
  /** Whether any item of the project has an id with this prefix. */
  hasPrefix(prefix: string): boolean;
  /** The highest number among all that goes by an id with this prefix: items, former ids, duplicates. */
  highest(prefix: string): Highest;
  /** All items that define something (no weaker duplicates), in order of file and position; the requirements too. */
  items(): readonly Found[];
  /** Whether there are any. */
  hasItems(): boolean;
  /** Those of some kinds, and of kinds that extend them: one kind after the other, each in that order. */
  ofKinds(kinds: readonly string[]): readonly Found[];
  /** The one item of some kinds (of any where there are none) that somebody most likely meant with a word; `most` slips count. */
  near(word: string, kinds: readonly string[], most?: number): Found | undefined;
}

/** What was found out about a file last, by who found it. */
export type Kept = Map<unknown, { readonly file: Summary; readonly value: unknown }>;

/** An item and where it is written. `item.key` is its identity. */
export interface Found {
  readonly file: Summary;
  readonly index: number;
  readonly item: Item;
  /** Names its place in the project for as long as there is an item; the numbers are small, so that lists can be kept by them. */
  readonly number: number;
}

export type Resolution =
  | { readonly type: "item"; readonly found: Found }
  /** A Markdown file that is no spec; enough for links that ask for evidence, wrong for links that ask for a kind. */
  | { readonly type: "file"; readonly path: string }
  | { readonly type: "external" }
  | { readonly type: "ambiguous"; readonly found: readonly Found[] }
  | { readonly type: "nothing" };

export interface Edge {
  /** `kpis`, `goals`, `parent`, `depends-on`, … as the kinds name it. */
  readonly name: string;
  readonly from: Found;
  readonly to: Found;
  /** The end that wrote it (the first, when both did). */
  readonly writer: Found;
  /** The link as written; undefined where being written inside the other is the link. */
  readonly link: LinkValue | undefined;
  readonly field: FieldValue | undefined;
  /** Values of the link: a key result's `target`, `timeframe` … */
  readonly values: ReadonlyMap<string, Scalar>;
}
