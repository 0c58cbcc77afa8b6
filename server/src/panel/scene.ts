import { type Axis, axisOf, spotOf, type Zoom } from "./axis.ts";
import type { ItemRow, PanelData, PanelLink, PanelRow } from "./data.ts";
import type { PanelWords } from "./words.ts";

/** The roadmap as shapes: where on the track each row has its bar, what it says, and which colour and sign it wears. */
export interface Scene {
  readonly axis: Axis;
  readonly rows: readonly SceneRow[];
  /** The number of the first row, of how many. */
  readonly from: number;
  readonly rowCount: number;
  readonly arrows: readonly Arrow[];
}

export interface SceneRow {
  readonly row: PanelRow;
  readonly tone: Tone;
  readonly bar: Spot | undefined;
  /** The part of the bar that is done, 0 to 1. */
  readonly done: number | undefined;
  readonly note: Note | undefined;
}

/** From where on and how far, as shares of the track. */
export interface Spot {
  readonly at: number;
  readonly width: number;
}

/** What does not work out, beside the bar where there is room. */
export interface Note {
  readonly text: string;
  readonly side: "left" | "right";
  readonly at: number;
}

/** Each has a colour and a sign of its own. */
export type Tone = "on-track" | "at-risk" | "off-track" | "unknown" | "draft" | "done" | "dropped";

/** From the end of what is needed to the beginning of what waits for it; rows are numbers, `x` shares of the track. */
export interface Arrow {
  readonly from: { readonly row: number; readonly x: number };
  readonly to: { readonly row: number; readonly x: number };
  readonly isLate: boolean;
}

export function sceneOf(data: PanelData, zoom: Zoom, words: PanelWords, links: readonly PanelLink[] = []): Scene {
  const axis = axisOf(data, zoom, words.months.split(" "));
  return {
    axis,
    rows: data.rows.map((row) => sceneRow(row, axis)),
    from: data.from,
    rowCount: data.rowCount,
    arrows: links.flatMap((link) => arrowOf(link, axis)),
  };
}

function sceneRow(row: PanelRow, axis: Axis): SceneRow {
  const bar = row.time && spotOf(axis, row.time);
  if (row.type === "lane") return { row, tone: row.health, bar, done: undefined, note: undefined };
  const progress = row.progress;
  const done = progress === undefined ? undefined : progress.done / progress.all;
  return { row, tone: toneOf(row), bar, done, note: noteOf(row, bar) };
}

function toneOf({ phase, health }: ItemRow): Tone {
  if (phase === "done" || phase === "dropped") return phase;
  return phase === "draft" && health === "unknown" ? "draft" : health;
}

function noteOf({ slips }: ItemRow, bar: Spot | undefined): Note | undefined {
  const [first] = slips;
  if (first === undefined || bar === undefined) return undefined;
  const text = slips.length === 1 ? first : `${first} (+${slips.length - 1})`;
  const end = bar.at + bar.width;
  // Words need room, and what lies further to the right has it on its left.
  return end > 0.62 && bar.at > 0.3 ? { text, side: "left", at: bar.at } : { text, side: "right", at: end };
}

function arrowOf({ from, to, fromTime, toTime, isLate }: PanelLink, axis: Axis): readonly Arrow[] {
  const [start, end] = [fromTime && spotOf(axis, fromTime), toTime && spotOf(axis, toTime)];
  if (start === undefined || end === undefined) return [];
  return [{ from: { row: from, x: start.at + start.width }, to: { row: to, x: end.at }, isLate }];
}
