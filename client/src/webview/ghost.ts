import type { PanelRow } from "../../../server/src/panel/data.ts";
import type { Moved } from "../../../server/src/panel/move.ts";

/** A bar where somebody holds it, and where it stays until its document says the same. */
export interface Ghost {
  readonly row: string;
  readonly moved: Moved;
}

/** The row of a ghost lies where that is, and says when that would be. */
export function withGhost(row: PanelRow, ghost: Ghost | undefined): PanelRow {
  if (ghost === undefined || row.id !== ghost.row || row.type !== "item") return row;
  const { progress: _, ...rest } = row;
  return { ...rest, time: ghost.moved.time, when: ghost.moved.text, status: ghost.moved.text, slips: [] };
}
