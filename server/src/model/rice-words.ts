/** The fields that a RICE score is made of: reach × impact × confidence ÷ effort. */
export const riceFields = ["reach", "impact", "confidence", "effort"] as const;
export type RiceField = (typeof riceFields)[number];

/** How a team counts. */
export interface Rice {
  /** How often each counts: 0 leaves it out, 2 takes it twice. */
  readonly weights: Readonly<Record<RiceField, number>>;
  /** What words stand for, folded to small letters. */
  readonly words: Readonly<Record<RiceField, ReadonlyMap<string, number>>>;
}

export const defaultRice: Rice = {
  weights: { reach: 1, impact: 1, confidence: 1, effort: 1 },
  words: {
    reach: new Map(),
    impact: new Map([
      ["massive", 3],
      ["high", 2],
      ["medium", 1],
      ["low", 0.5],
      ["minimal", 0.25],
    ]),
    confidence: new Map([
      ["high", 1],
      ["medium", 0.8],
      ["low", 0.5],
    ]),
    effort: new Map(),
  },
};
