import { listed, say, type Words } from "../../base/say.ts";
import { phaseWord, showStatus } from "../../model/phase.ts";
import { showTimeframe } from "../../model/show-timeframe.ts";
import type { ItemRow, LaneRow, PanelPlace, PanelProgress, PanelTime } from "../../panel/data.ts";
import { statusOf } from "../../workspace/plan.ts";
import { progressOf } from "../../workspace/progress.ts";
import type { Found } from "../../workspace/query.ts";
import { nothing } from "../branch.ts";
import { countsOf, countWords } from "../counts.ts";
import { itemSpoken, shownHealth } from "../item-words.ts";
import type { ProblemsOf } from "../problem-marks.ts";
import type { Plan } from "../project-plan.ts";
import type { Arranged, Placed, SeenLane } from "./arrange.ts";
import { slipsOf } from "./slips.ts";
import { placeOfTime } from "./times.ts";

/** What the rows of a project need to know beyond its plan. */
export interface PanelSource {
  readonly tell: (words: Words) => string;
  /** Where an item is written. */
  readonly locate: (found: Found) => PanelPlace | undefined;
  /** The problems of a file, for a filter that asks about them. */
  readonly problemsOf?: ProblemsOf;
  /** Tells the rows of one project from those of others. */
  readonly scope: string;
}

export function laneRow({ lane, seen }: SeenLane, isOpen: boolean, { plan }: Arranged, source: PanelSource): LaneRow {
  const { tell, locate, scope } = source;
  const { found } = lane;
  const title = tell(lane.title);
  const says = countWords(countsOf(plan, lane.items)).map(tell).join(" · ");
  const time = found && drawnTime(plan, found);
  const place = found && locate(found);
  return {
    type: "lane",
    id: `${scope}${lane.key()}`,
    title,
    isOpen,
    says,
    spoken: tell(listed([title, ...countWords(countsOf(plan, seen))])),
    health: found === undefined ? "unknown" : shownHealth({ found }, plan.query).health,
    ...(place !== undefined && { place }),
    ...(time !== undefined && { time }),
  };
}

export function itemRow({ found, level }: Placed, lane: string, { plan }: Arranged, source: PanelSource): ItemRow {
  const { tell, locate } = source;
  const { query } = plan;
  const { base, phase, timeframe, owner } = plan.facts(found);
  const status = statusOf(found);
  const time = drawnTime(plan, found);
  const place = locate(found);
  const slips = slipsOf(query, found);
  const progress = phase === "active" ? progressIn(plan, found, tell) : undefined;
  const spoken = itemSpoken({ type: "item", found, below: nothing }, plan, 0);
  return {
    type: "item",
    id: `${lane}/${plan.segment(found)}`,
    lane,
    level,
    title: found.item.title,
    base: base === "prd" ? "feature" : (base as ItemRow["base"]),
    phase,
    status: tell(status === undefined ? phaseWord(phase) : showStatus(status)),
    health: shownHealth({ found }, query).health,
    owner: owner?.short ?? "",
    when: timeframe === undefined ? "" : tell(showTimeframe(timeframe)),
    slips: slips.map(tell),
    spoken: tell(listed([...spoken, ...slips])),
    ...(time !== undefined && { time }),
    ...(place !== undefined && { place }),
    ...(progress !== undefined && { progress }),
  };
}

function progressIn(plan: Plan, found: Found, tell: PanelSource["tell"]): PanelProgress | undefined {
  const progress = progressOf(plan.query, found);
  if (progress === undefined) return undefined;
  const { done, all } = progress;
  return { done, all, says: tell(say`${done} of ${all} done`) };
}

function drawnTime(plan: Plan, found: Found): PanelTime | undefined {
  return placeOfTime(plan.facts(found).timeframe, plan.query);
}
