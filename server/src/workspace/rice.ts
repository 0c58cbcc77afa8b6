import { memo } from "../base/memo.ts";
import { readMeasure } from "../model/measure.ts";
import { type Rice, type RiceField, riceFields } from "../model/rice-words.ts";
import { tidy, unitOf } from "../model/units.ts";
import { ItemTable } from "./item-table.ts";
import { textOf } from "./plan.ts";
import type { Found, Query } from "./query.ts";

/** What an item would bring for what it takes: reach × impact × confidence ÷ effort, each as often as the team weighs it. */
export interface RiceScore {
  /** Undefined where something that counts is not given, or is no amount. */
  readonly score: number | undefined;
  /** Those that count, in the order of the name. */
  readonly factors: readonly RiceFactor[];
}

export interface RiceFactor {
  readonly field: RiceField;
  /** As written; undefined where nothing is. */
  readonly text: string | undefined;
  /** What it counts as: 0.8 for `80%`, 2 for `high`, weeks for a time. */
  readonly value: number | undefined;
  readonly weight: number;
}

/** Undefined for what says nothing of it at all. */
export function riceOf(query: Query, found: Found): RiceScore | undefined {
  const { rice } = query.config;
  const scores = scoresIn(query.project);
  const known = scores.get(found);
  if (known?.rice === rice) return known.score;
  const score = compute(found, rice);
  scores.set(found, { rice, score });
  return score;
}

/** Kept for as long as an item's file stays as it is. */
const scoresIn = memo((_: object) => new ItemTable<{ readonly rice: Rice; readonly score: RiceScore | undefined }>());

function compute(found: Found, { weights, words }: Rice): RiceScore | undefined {
  const factors = riceFields
    .filter((field) => weights[field] > 0)
    .map((field): RiceFactor => {
      const text = textOf(found, field);
      return {
        field,
        text,
        value: text === undefined ? undefined : amountOf(field, text, words[field]),
        weight: weights[field],
      };
    });
  if (factors.every(({ text }) => text === undefined)) return undefined;
  let score = 1;
  for (const { field, value, weight } of factors) {
    if (value === undefined) return { score: undefined, factors };
    const power = value ** weight;
    // What takes nothing at all would be worth more than everything else.
    if (field === "effort" && power === 0) return { score: undefined, factors };
    score = field === "effort" ? score / power : score * power;
  }
  return { score: tidy(score), factors };
}

/** The middle of a range; shares as parts of one, times in weeks. A plain number of more than 1 is a percentage of confidence. */
function amountOf(field: RiceField, text: string, words: ReadonlyMap<string, number>): number | undefined {
  const word = words.get(text.trim().toLowerCase());
  if (word !== undefined) return word;
  const measure = readMeasure(text);
  if (measure === undefined || measure.low < 0) return undefined;
  const { unit } = measure;
  const middle = (measure.low + measure.high) / 2;
  if (unit === "%" || (field === "confidence" && unit === "" && middle > 1)) return middle / 100;
  const { dimension, factor } = unitOf(unit);
  return dimension === "time" ? (middle * factor) / week : middle;
}

const week = unitOf("week").factor;
