import type { Query } from "../query.ts";
import type { WhereProblem } from "./condition.ts";
import { readWhere } from "./read-where.ts";

/** What is wrong with a query over several projects: what one of them does not know another one may, so it is wrong in all. */
export function wrongInAll(text: string, queries: readonly Query[]): readonly WhereProblem[] {
  const [first = [], ...others] = queries.map((query) => readWhere(text, query).problems);
  return first.filter(({ span }) =>
    others.every((other) => other.some((one) => one.span.start === span.start && one.span.end === span.end)),
  );
}
