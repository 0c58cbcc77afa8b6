import type { RoadmapRow } from "../../../server/src/protocol.ts";

/** Which rows stand open, while VS Code forgets it with the row, when another grouping is chosen. */
export interface OpenRows {
  /** VS Code takes the row to draw it; the answer is what was last done to it, if anything. */
  give(row: RoadmapRow): boolean | undefined;
  /** VS Code tells that the row was opened or closed. */
  tell(row: RoadmapRow, isOpen: boolean): void;
  /** VS Code asks for the rows below. */
  ask(row: RoadmapRow): void;
}

/**
 * While VS Code draws a part of the tree anew it tells of no row in it that is opened or closed. What it then asks for stands
 * open nevertheless, unless it has told otherwise since it took the row: its questions come one after the other, and a row
 * may be closed before it is asked for.
 */
export function rememberOpenRows(): OpenRows {
  const open = new Map<string, boolean>();
  const told = new Set<string>();
  return {
    give({ id }) {
      told.delete(id);
      return open.get(id);
    },
    tell({ id }, isOpen) {
      told.add(id);
      open.set(id, isOpen);
    },
    ask({ id, children }) {
      if (!told.has(id) && !(open.get(id) ?? children === "expanded")) open.set(id, true);
    },
  };
}
