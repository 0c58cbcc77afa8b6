import { say, type Words } from "../../base/say.ts";
import type { PanelWords } from "../../panel/words.ts";

/** What is written around the panel. */
export function panelWords(tell: (words: Words) => string): PanelWords {
  return Object.fromEntries(Object.entries(words).map(([name, one]) => [name, tell(one)])) as unknown as PanelWords;
}

const words: Readonly<Record<keyof PanelWords, Words>> = {
  months: say`Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec`,
  roadmap: say`Roadmap`,
  kpis: say`KPIs`,
  trace: say`Trace`,
  table: say`Table`,
  today: say`Today`,
  search: say`Search`,
  groupBy: say`Lanes by`,
  showDone: say`Show done`,
  zoom: say`Zoom`,
  byMonths: say`Months`,
  byQuarters: say`Quarters`,
  byYears: say`Years`,
  noTime: say`no time yet`,
  nothing: say`Nothing is planned yet.`,
  noMatch: say`Nothing matches.`,
  item: say`Title`,
  goal: say`Goal`,
  when: say`Timeframe`,
  status: say`Status`,
  health: say`Health`,
  owner: say`Owner`,
  progress: say`Progress`,
  slips: say`What does not work out`,
  onTrack: say`On track`,
  atRisk: say`At risk`,
  offTrack: say`Off track`,
  unknown: say`Nobody can tell`,
  kpi: say`KPI`,
  measured: say`Measured`,
  figures: say`From, now, target`,
  expected: say`by now`,
  gaps: say`Gaps`,
  shownOf: say`${"{0}"} of ${"{1}"} shown`,
  measures: say`measures it`,
  guardrail: say`guardrail`,
};
