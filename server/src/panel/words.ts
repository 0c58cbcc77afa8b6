/** What is written around the drawing, in the language of the person. */
export interface PanelWords {
  readonly months: string;
  readonly roadmap: string;
  readonly kpis: string;
  readonly trace: string;
  readonly table: string;
  readonly today: string;
  readonly search: string;
  readonly groupBy: string;
  readonly showDone: string;
  readonly zoom: string;
  readonly byMonths: string;
  readonly byQuarters: string;
  readonly byYears: string;
  readonly noTime: string;
  readonly nothing: string;
  readonly noMatch: string;
  readonly item: string;
  readonly goal: string;
  readonly when: string;
  readonly status: string;
  readonly health: string;
  readonly owner: string;
  readonly progress: string;
  readonly slips: string;
  readonly onTrack: string;
  readonly atRisk: string;
  readonly offTrack: string;
  readonly unknown: string;
  readonly kpi: string;
  readonly measured: string;
  readonly figures: string;
  readonly expected: string;
  readonly gaps: string;
  /** `{0} of {1} shown`, its numbers left open. */
  readonly shownOf: string;
  readonly measures: string;
  readonly guardrail: string;
}
