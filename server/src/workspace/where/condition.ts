import type { Words } from "../../base/say.ts";
import type { Span } from "../../base/span.ts";

/** One thing that a query asks for; an item has to meet all of them. */
export type Condition = WordCondition | FieldCondition;

/** A text that stands in a title, an id or the name of an owner: `wallet`, `"one tap"`. */
export interface WordCondition {
  readonly type: "word";
  readonly negated: boolean;
  readonly value: ConditionValue;
  /** All of it, with the `-` in front. */
  readonly span: Span;
}

/** `-status:done`, `timeframe<=2027-Q1`, `owner:ana,bo`. */
export interface FieldCondition {
  readonly type: "field";
  readonly negated: boolean;
  readonly field: ConditionValue;
  readonly sign: Sign;
  /** One of them is enough; there is one at least. */
  readonly values: readonly ConditionValue[];
  readonly span: Span;
}

/** What somebody wrote, without its quotes, and where. */
export interface ConditionValue {
  readonly text: string;
  readonly span: Span;
}

/** Longer signs stand before those that they begin with. */
export const signs = ["<=", ">=", "!=", ":", "=", "<", ">"] as const;
export type Sign = (typeof signs)[number];

/** What is wrong with a part of a query; the rest of it applies all the same. */
export interface WhereProblem {
  /** UTF-16 offsets in the text of the query. */
  readonly span: Span;
  readonly message: Words;
  /** What may be written in the place of the span instead. */
  readonly meant: string | undefined;
}
