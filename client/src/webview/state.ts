import { type Zoom, zooms } from "../../../server/src/panel/axis.ts";

export type Tab = (typeof tabs)[number];
export const tabs = ["roadmap", "table", "kpis", "trace"] as const;

/** What a person has chosen; it comes back when the window does. */
export interface PanelState {
  readonly tab: Tab;
  readonly by: string;
  readonly zoom: Zoom;
  readonly filter: string;
  readonly showDone: boolean;
  readonly closed: readonly string[];
  /** The id of the row that the keys act on. */
  readonly focus: string | undefined;
  readonly top: number;
  readonly left: number;
}

/** What was kept, as far as it makes sense: it may come from another version. */
export function readState(saved: unknown): PanelState {
  const known = (typeof saved === "object" && saved !== null ? saved : {}) as Partial<
    Record<keyof PanelState, unknown>
  >;
  const text = (value: unknown, otherwise: string) => (typeof value === "string" ? value : otherwise);
  const number = (value: unknown) => (typeof value === "number" ? value : 0);
  return {
    tab: tabs.find((tab) => tab === known.tab) ?? "roadmap",
    by: text(known.by, "goal"),
    zoom: zooms.find((zoom) => zoom === known.zoom) ?? "quarters",
    filter: text(known.filter, ""),
    showDone: known.showDone === true,
    closed: Array.isArray(known.closed) ? known.closed.filter((id) => typeof id === "string") : [],
    focus: typeof known.focus === "string" ? known.focus : undefined,
    top: number(known.top),
    left: number(known.left),
  };
}
