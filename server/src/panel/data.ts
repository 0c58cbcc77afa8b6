/**
 * What the roadmap panel and the page are drawn from: plain data that travels from the server to whoever draws. Words are in
 * the language of the person already. Days are counted since 1970-01-01.
 */
import type { PanelWords } from "./words.ts";

/** Which rows are asked for: all lanes with what is not closed, from one row on, so that a large plan need not be sent whole. */
export interface PanelParams {
  readonly by: string;
  /** `date` unless said. */
  readonly sort?: string;
  /** As in the tree; empty shows all. */
  readonly filter?: string;
  readonly showDone?: boolean;
  /** Ids of lanes of which only the heading is wanted. */
  readonly closed?: readonly string[];
  /** The first row that is wanted, and how many; all where nothing is said. */
  readonly from?: number;
  readonly count?: number;
  /** An item whose first row is looked for; without a URI the first that has this key. */
  readonly find?: { readonly item: string; readonly uri?: string };
}

export interface PanelData {
  readonly title: string;
  readonly today: number;
  readonly by: string;
  readonly groupings: readonly { readonly id: string; readonly title: string }[];
  /** What there is on the calendar, with today; undefined where nothing is planned there. */
  readonly span: PanelSpan | undefined;
  /** Places beside the calendar: now, next and later, versions. */
  readonly columns: readonly PanelColumn[];
  /** How many items there are, and how many of them the filter leaves. */
  readonly total: number;
  readonly shown: number;
  /** How many rows there are; `rows` are those from `from` on. */
  readonly rowCount: number;
  readonly from: number;
  readonly rows: readonly PanelRow[];
  /** The row of the item that was looked for, and its number among all rows; undefined where there is none. */
  readonly found?: { readonly id: string; readonly at: number };
}

/** To the panel the words around the rows come with them. */
export interface PanelAnswer extends PanelData {
  readonly words: PanelWords;
}

export interface PanelSpan {
  readonly start: number;
  readonly end: number;
}

export interface PanelColumn {
  readonly key: string;
  readonly title: string;
}

export type PanelRow = LaneRow | ItemRow;

interface AnyRow {
  /** Unique among all rows, the same for as long as the plan is. */
  readonly id: string;
  readonly title: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** Where it is written; a lane that is no item has no such place. */
  readonly place?: PanelPlace;
  readonly health: PanelHealth;
  readonly time?: PanelTime;
}

export type PanelHealth = "on-track" | "at-risk" | "off-track" | "unknown";

export interface LaneRow extends AnyRow {
  readonly type: "lane";
  readonly isOpen: boolean;
  /** "7 features · 1 overdue". */
  readonly says: string;
  /** In a window with several projects, the heading of one. */
  readonly isProject?: boolean;
}

export interface ItemRow extends AnyRow {
  readonly type: "item";
  readonly lane: string;
  /** 1 directly in its lane, more below another item. */
  readonly level: number;
  readonly base: "goal" | "feature" | "launch";
  readonly phase: "draft" | "active" | "done" | "dropped";
  /** "in progress"; the phase where no status is given. */
  readonly status: string;
  readonly owner: string;
  /** "Q1 2027", empty where none is given. */
  readonly when: string;
  readonly progress?: PanelProgress;
  /** What the plan cannot keep, in words, the worst first: "cannot land before Wallet: 2 quarters late". */
  readonly slips: readonly string[];
}

export interface PanelProgress {
  readonly done: number;
  readonly all: number;
  /** "2 of 4 done". */
  readonly says: string;
}

export interface PanelPlace {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
  /** The key by which its fields are set. */
  readonly item: string;
}

/** A bar was moved: the time that its document is to say, and the one from which it was moved, as the person saw it. */
export interface PanelMove {
  readonly place: PanelPlace;
  readonly text: string;
  readonly seen?: PanelTime;
}

/** A time on the calendar, both days included, or a place beside it by the key of its column. */
export type PanelTime = CalendarTime | { readonly column: string };

export interface CalendarTime extends PanelSpan {
  /** In what it is counted: a quarter is moved by quarters. */
  readonly unit: "day" | "month" | "quarter" | "half" | "year";
  /** The month in which fiscal years begin, where it is written as one. */
  readonly fiscal?: number;
}

/** What an item waits for, and what waits for it, by the numbers of rows: for the arrows of the item that is looked at. */
export interface PanelLinks {
  readonly links: readonly PanelLink[];
}

export interface PanelLink {
  readonly from: number;
  readonly to: number;
  readonly fromTime: PanelTime | undefined;
  readonly toTime: PanelTime | undefined;
  /** What is needed lands later than what needs it. */
  readonly isLate: boolean;
}

/** The KPIs, what does not go well first. */
export interface PanelKpis {
  readonly rows: readonly KpiCard[];
  /** How many there are; `rows` are the first of them. */
  readonly total: number;
}

export interface KpiCard {
  readonly id: string;
  readonly title: string;
  /** "key result of Sell abroad", "guardrail"; what it measures where it is neither. */
  readonly about: string;
  readonly owner: string;
  readonly health: PanelHealth;
  readonly isOver: boolean;
  /** "61 % → 63.1 % → 68 %". */
  readonly figures: string;
  /** Why it goes as it does, in words. */
  readonly reason: string;
  readonly spoken: string;
  readonly place?: PanelPlace;
  /** How much of the way from baseline to target is done, and how much should be: 0 to 1 and beyond. */
  readonly part?: number;
  readonly due?: number;
  readonly chart?: PanelCurve;
}

/** What was measured, and the way that leads to the target: days and amounts. */
export interface PanelCurve {
  readonly points: readonly PanelPoint[];
  readonly course?: readonly [PanelPoint, PanelPoint];
  readonly target?: number;
}

export type PanelPoint = readonly [day: number, value: number];

/** Goals with their features, and which KPIs measure them: what is missing stands in words. */
export interface PanelTrace {
  readonly kpis: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly TraceRow[];
  readonly total: number;
  /** "4 gaps". */
  readonly says: string;
}

export interface TraceRow {
  readonly id: string;
  readonly type: "goal" | "item" | "heading";
  readonly level: number;
  readonly title: string;
  /** The ids of KPIs among `kpis`. */
  readonly measured: readonly string[];
  readonly guarded: readonly string[];
  readonly holes: readonly string[];
  readonly place?: PanelPlace;
}
