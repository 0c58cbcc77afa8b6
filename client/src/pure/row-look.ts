import type { RoadmapRow } from "../../../server/src/protocol.ts";

/** What the window adds to a row that has problems: a colour of the theme, and at most two characters behind it. */
export interface RowMark {
  readonly colour: "list.errorForeground" | "list.warningForeground";
  readonly badge: string | undefined;
}

/** Information is no reason to colour a plan. */
export function rowMark({ worst, problems = 0 }: RoadmapRow): RowMark | undefined {
  if (worst !== "error" && worst !== "warning") return undefined;
  return {
    colour: worst === "error" ? "list.errorForeground" : "list.warningForeground",
    badge: problems === 0 ? undefined : problems > 9 ? "9+" : String(problems),
  };
}

/** Whether a row looks the same, so that it need not be drawn again. */
export function sameRow(one: RoadmapRow, other: RoadmapRow): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
