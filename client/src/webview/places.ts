import { rowHeight } from "../../../server/src/panel/draw-chart.ts";

/** What scrolls; there is none before something was drawn. */
export function frame(): HTMLElement | undefined {
  return document.getElementById("frame") ?? undefined;
}

export function rowElement(id: string): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? undefined;
}

/** The rows that are seen when one is so far down, by their numbers. */
export function seen(top: number): { readonly first: number; readonly last: number } {
  const first = Math.max(0, Math.floor((top - headHeight) / rowHeight));
  return { first, last: first + Math.ceil((frame()?.clientHeight ?? window.innerHeight) / rowHeight) + 1 };
}

/** The names of time above the rows, which stay where they are. */
const headHeight = 46;

/** Brings a row into sight, below the head and above the end. */
export function reachRow(number: number): void {
  const scroller = frame();
  if (scroller === undefined) return;
  const top = number * rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  const bottom = top + rowHeight + headHeight + rowHeight;
  if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
}

/** Brings a bar into sight that lies further in the past or in the future than is seen. */
export function reachBar(row: HTMLElement | undefined): void {
  const scroller = frame();
  const bar = row?.querySelector(".bar,.point")?.getBoundingClientRect();
  const name = row?.querySelector(".name")?.getBoundingClientRect();
  if (scroller === undefined || bar === undefined || name === undefined) return;
  const [left, right] = [name.right + aside, scroller.getBoundingClientRect().right - aside];
  if (bar.left < left) scroller.scrollLeft += bar.left - left;
  else if (bar.right > right) scroller.scrollLeft += Math.min(bar.right - right, bar.left - left);
}

const aside = 12;

/** What is now stands where the eye begins, with a little of what was before it. */
export function reachToday(today: number | undefined): void {
  const [scroller, track] = [frame(), document.querySelector(".ticks")];
  if (scroller === undefined || track === null || today === undefined) return;
  const width = scroller.clientWidth - (scroller.scrollWidth - track.clientWidth);
  scroller.scrollLeft = today * track.clientWidth - width / 4;
}
