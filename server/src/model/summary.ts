import type { Words } from "../base/say.ts";
import type { ReportState } from "./find-reports.ts";
/**
 * What one file says, without positions. Compared by value: typing prose leaves it equal, and then nothing else is
 * looked at again. Where things stand is in `Places`, under the numbers that are called `Entry` here.
 */

/** The number of a place in this file's `Places`. */
export type Entry = number;

export interface Summary {
  /** Path with `/`, relative to the project's folder. */
  readonly path: string;
  /** The file's name without its ending; for `README.md` and `index.md` the folder's. */
  readonly stem: string;
  /** In document order; an item's container stands before it. Empty for ordinary Markdown. */
  readonly items: readonly Item[];
  /** Sites whose item is defined by a stronger site of this file or by another file: sections and mentions. */
  readonly mentions: readonly Mention[];
  /** Links in the body that lead into the project: relative and root paths, and anchors of this document. */
  readonly bodyLinks: readonly BodyLink[];
  /** The anchors that links may name: heading slugs and HTML ids. Few ask: they are made when somebody does. */
  readonly anchors: readonly string[];
  /** Those of them that do not follow from `headings`: HTML ids, and all that ordinary Markdown has. */
  readonly named: readonly string[];
  readonly headings: readonly HeadingFact[];
  readonly flaws: readonly FlawFact[];
  /** `{{x}}` and `TBD` in titles and body. */
  readonly placeholders: readonly { readonly text: string; readonly entry: Entry }[];
  readonly suppressions: readonly Suppression[];
  /** Reports on the plan that are kept in this file, and comments that were meant to be one. */
  readonly reports: readonly ReportFact[];
  /** A `type` that is nearly one of ours, in a file that is no spec for it. */
  readonly nearKind: { readonly text: string; readonly entry: Entry } | undefined;
}

/** The same with other items. Some parts are made when they are asked for: spreading would leave them out. */
export function withItems(file: Summary, items: readonly Item[]): Summary {
  const { path, stem, mentions, bodyLinks, anchors, named, headings, flaws, placeholders } = file;
  const { suppressions, reports, nearKind } = file;
  return {
    path,
    stem,
    items,
    mentions,
    bodyLinks,
    anchors,
    named,
    headings,
    flaws,
    placeholders,
    suppressions,
    reports,
    nearKind,
  };
}

/** The five sites, the strongest first. */
export type Site = "document" | "nested" | "heading" | "table" | "list";

export const siteStrength: Readonly<Record<Site, number>> = { document: 5, nested: 4, heading: 3, table: 2, list: 1 };

export interface Item {
  /** Identity in the project: the id, else the file's stem, else `document#slug`; requirements are `PRD-1/FR-2`. */
  readonly key: string;
  /** As written, local for requirements (`FR-2`). */
  readonly id: string | undefined;
  readonly kind: string;
  /** The built-in kind that it is or comes from. */
  readonly base: string;
  readonly title: string;
  /** Whether somebody wrote a title, rather than it being taken from an id or a file name. */
  readonly titled: boolean;
  readonly site: Site;
  /** Index in `items` of the item around it. */
  readonly container: number | undefined;
  /**
   * The link that being written inside the container makes: a field of the container (`features`, `kpis`), or one of
   * this item's kind (`vision` of a goal in a vision's document). Canonical names.
   */
  readonly via: { readonly field: string; readonly of: "container" | "item" } | undefined;
  /** A titled entry without id under `depends-on`: another team's work, checked in time, asked for nothing. */
  readonly outside: boolean;
  /** Canonical field name to what is written here; inherited values are not repeated. */
  readonly fields: ReadonlyMap<string, FieldValue>;
  /** Keys that are no fields, in order. */
  readonly extras: readonly Extra[];
  /** A field that a weaker place of the same file (lines under the H1, a section) says differently. */
  readonly conflicts: readonly { readonly field: string; readonly text: string; readonly entry: Entry }[];
  /** Where a finding about the whole item stands: its id, else its title, else its `type`. */
  readonly entry: Entry;
  /** The whole site, for "which item is at the cursor". */
  readonly whole: Entry;
}

export interface FieldValue {
  /** The name as written. */
  readonly written: string;
  readonly key: Entry;
  /** The value, or the key where there is none. */
  readonly entry: Entry;
  /** `not-given` for `tbd`, `?`, empty …; `none` for `n/a`, deliberately nothing. */
  readonly state: "given" | "not-given" | "none";
  /** Why there is none: "legal deadline" of `n/a: legal deadline`; `""` where it is not said, or the state is another. */
  readonly reason: string;
  /** `map` or `list` where the field takes no such thing. */
  readonly misfit: "map" | "list" | undefined;
  /** The scalar values in order: one for a scalar, each of a list; comma-separated strings are split for lists. */
  readonly values: readonly Scalar[];
  /** For addresses under keys of several names, as `jira` and `figma`: the canonical name of each value's key. */
  readonly under?: readonly string[];
  /** For link fields: what each value leads to. */
  readonly links: readonly LinkValue[];
  /** For `measurements`: date and value of each. */
  readonly measurements: readonly { readonly date: Scalar; readonly value: Scalar }[];
}

export interface Scalar {
  readonly text: string;
  readonly entry: Entry;
}

export interface Extra {
  readonly name: string;
  readonly text: string;
  readonly key: Entry;
}

export interface LinkValue {
  /** As written: `GOAL-1`, `../goals/growth.md`, `[[growth]]`, `https://…`. */
  readonly text: string;
  readonly entry: Entry;
  readonly target: Target;
  /** Values that the link carries: a key result's `target`, `timeframe` …; canonical names of the target's kind. */
  readonly values: ReadonlyMap<string, Scalar>;
}

/** What a link's text asks for, before anything is looked up. */
export type Target =
  /** An id, a former id or a file's stem: looked up in that order. */
  | { readonly type: "name"; readonly name: string }
  /** Candidate paths from the project's folder, the first that exists counts. */
  | { readonly type: "path"; readonly paths: readonly string[]; readonly anchor: string | undefined }
  /** External: evidence, never looked up. */
  | { readonly type: "url" }
  /** Defined right here: the index of the nested item. */
  | { readonly type: "nested"; readonly item: number };

/** An id or `[[link]]` in the body, or a weaker site of an item. */
export interface Mention {
  readonly text: string;
  readonly entry: Entry;
  /** `section`: a heading, row or list item of an item that is defined elsewhere; it is no problem and no link. */
  readonly form: "prose" | "wikilink" | "section";
  /** Index of the innermost item it stands in. */
  readonly item: number | undefined;
}

export interface BodyLink {
  /** Candidate paths from the project's folder; empty for an anchor of this document. */
  readonly paths: readonly string[];
  readonly anchor: string | undefined;
  readonly written: string;
  readonly entry: Entry;
  readonly form: "markdown" | "image" | "local";
}

export interface HeadingFact {
  readonly level: number;
  readonly plain: string;
  /** Nothing but blanks and comments stands between it and the next heading of its level or above. */
  readonly empty: boolean;
  readonly entry: Entry;
}

export interface FlawFact {
  readonly rule: string;
  readonly message: Words;
  readonly recovered: boolean;
  readonly entry: Entry;
}

/** A comment that silences rules on one line. */
export interface Suppression {
  readonly rules: readonly string[];
  /** The comment. */
  readonly entry: Entry;
  /** A place on the line it speaks for: its own, or the next one that is not blank. */
  readonly target: Entry;
}

/** A comment such as `<!-- throughline: kpis by:goal -->`; what it means is not looked at here. */
export interface ReportFact {
  readonly state: ReportState;
  /** The comment. */
  readonly entry: Entry;
  readonly words: readonly ReportFactWord[];
}

export interface ReportFactWord {
  /** `by` of `by:timeline`. */
  readonly name: Scalar | undefined;
  readonly value: Scalar;
  /** Where words begin in the value, how long they are, and their places: findings stand on what they are about. */
  readonly parts: readonly { readonly at: number; readonly length: number; readonly entry: Entry }[];
  /** A quote that does not end. */
  readonly isOpen: boolean;
}
