import type { PanelAnswer, PanelKpis, PanelLinks, PanelTrace } from "../../../server/src/panel/data.ts";
import type { Host } from "./host.ts";
import type { PanelState } from "./state.ts";

/** The rows; how it must be looked at to have one that was looked for, where that is otherwise than before. */
type RowsAnswer = PanelAnswer & { readonly looksAt?: Pick<PanelState, "filter" | "showDone" | "closed"> };

type Answers = readonly [RowsAnswer, PanelKpis | undefined, PanelTrace | undefined];

/** The rows between two numbers, and what the tab shows besides; undefined where no answer came. */
export async function askAll(host: Host, state: PanelState, from: number, to: number): Promise<Answers | undefined> {
  const { filter, showDone, by, closed, tab } = state;
  const rows = host.ask<RowsAnswer>("rows", { by, filter, showDone, closed, from, count: to - from });
  const kpis = tab === "kpis" ? host.ask<PanelKpis>("kpis", { filter }) : undefined;
  const trace = tab === "trace" ? host.ask<PanelTrace>("trace", { filter, showDone }) : undefined;
  return await Promise.all([rows, kpis, trace]).catch(() => undefined);
}

/** The arrows of the row that is looked at. */
export async function askLinks(host: Host, state: PanelState): Promise<PanelLinks> {
  const { filter, showDone, by, closed, focus } = state;
  if (focus === undefined) return none;
  return await host.ask<PanelLinks>("links", { by, filter, showDone, closed, row: focus }).catch(() => none);
}

const none: PanelLinks = { links: [] };
