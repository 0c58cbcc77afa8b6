import type { Zoom } from "../../../server/src/panel/axis.ts";
import type { ItemRow, PanelRow } from "../../../server/src/panel/data.ts";
import { type Grip, type Moved, stepTime } from "../../../server/src/panel/move.ts";

/** What the keys do. */
export interface Keys {
  readonly isInTree: () => boolean;
  readonly row: () => PanelRow | undefined;
  /** How many rows a page has. */
  readonly page: () => number;
  readonly today: () => number;
  readonly zoom: () => Zoom;
  readonly step: (by: number) => void;
  readonly toggle: (lane: string, isOpen?: boolean) => void;
  readonly lane: (row: ItemRow) => void;
  readonly open: (row: PanelRow) => void;
  readonly move: (row: ItemRow, moved: Moved) => void;
  readonly undo: () => void;
  readonly search: () => void;
}

/**
 * Up and down go from row to row, left and right close and open a lane, Enter opens the document. With Alt, left and right move
 * a bar by one of its units, with Shift too its end. Ctrl+Z takes a move back, Ctrl+F looks for something.
 */
export function watchKeys(app: HTMLElement, keys: Keys): void {
  window.addEventListener("keydown", (event) => {
    const act = actionOf(event, app, keys);
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}

type Action = (() => void) | undefined;

function actionOf(event: KeyboardEvent, app: HTMLElement, keys: Keys): Action {
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && event.key === "f") return keys.search;
  const target = event.target as HTMLElement;
  if (target.closest("[role=tab],[role=radio]") !== null) return alongButtons(event.key, target);
  if (target.matches("input,select,button")) return undefined;
  if (isCommand) return event.key === "z" ? keys.undo : undefined;
  if (app.querySelector("[role=tree]") === null) return undefined;
  if (!keys.isInTree() && !event.key.startsWith("Arrow")) return undefined;
  return event.altKey ? moving(event, keys) : walking(event.key, keys);
}

function moving({ key, shiftKey }: KeyboardEvent, keys: Keys): Action {
  const row = keys.row();
  const steps = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (steps === undefined || row?.type !== "item" || row.place === undefined) return undefined;
  const grip: Grip = shiftKey ? "end" : "all";
  return () => keys.move(row, stepTime(row.time, grip, steps, keys.today(), keys.zoom()));
}

function walking(key: string, keys: Keys): Action {
  const row = keys.row();
  const page = keys.page();
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -1e9, End: 1e9 }[key];
  if (steps !== undefined) return () => keys.step(steps);
  if (row === undefined) return undefined;
  if (key === "Enter") return () => keys.open(row);
  if (row.type === "item") return key === "ArrowLeft" ? () => keys.lane(row) : undefined;
  if (key === "ArrowRight") return () => (row.isOpen ? keys.step(1) : keys.toggle(row.id, true));
  if (key === "ArrowLeft") return () => keys.toggle(row.id, false);
  return key === " " ? () => keys.toggle(row.id) : undefined;
}

/** One stop for Tab, the arrows for the rest: as in all lists of tabs. */
function alongButtons(key: string, target: HTMLElement): Action {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
  const buttons = [...(target.parentElement?.querySelectorAll("button") ?? [])];
  const next =
    by === undefined ? undefined : buttons.at((buttons.indexOf(target as HTMLButtonElement) + by) % buttons.length);
  if (next === undefined) return undefined;
  return () => {
    next.click();
    next.focus();
  };
}
