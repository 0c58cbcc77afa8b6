import type { RoadmapRow } from "../../../server/src/protocol.ts";

/** What the window adds to a row that has problems: a colour of the theme, and at most two characters behind it. */
export interface RowMark {
  readonly colour: "list.errorForeground" | undefined;
  readonly badge: string | undefined;
}

/**
 * Errors colour the row, and the rows above it. A warning is a number only, as its row's icon has the colour of its
 * health already; information is not marked.
 */
export function rowMark({ worst, problems = 0 }: RoadmapRow): RowMark | undefined {
  if (worst !== "error" && (worst !== "warning" || problems === 0)) return undefined;
  return {
    colour: worst === "error" ? "list.errorForeground" : undefined,
    badge: problems === 0 ? undefined : problems > 9 ? "9+" : String(problems),
  };
}

/** Whether a row looks the same, so that it need not be drawn again. */
export function sameRow(one: RoadmapRow, other: RoadmapRow): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
