import type { ReportFact } from "../model/summary.ts";
import type { AskProblem } from "../workspace/reports/ask.ts";
import { readAsk, stateWords } from "../workspace/reports/read-ask.ts";
import type { Rule } from "./rule.ts";

/** A comment that asks for a report, and that nobody can answer: the text below it would never be true again. */
export const brokenReport: Rule = {
  id: "broken-report",
  title: "A report that cannot be written",
  group: "text",
  level: "error",
  fixable: true,
  check({ reports }, query, report) {
    for (const fact of reports) {
      if (fact.state !== "whole") {
        const isOpen = fact.state === "unclosed";
        report({
          entry: fact.entry,
          message: stateWords(fact.state),
          fixable: isOpen,
          ...(isOpen && { data: { end: "missing" } }),
        });
      }
      if (fact.state === "stray") continue;
      for (const problem of readAsk(fact.words, query).problems) {
        const { entry, isExact } = placeOf(problem, fact);
        // Only in the place of exactly what was meant another word may be written.
        const meant = isExact ? problem.meant : undefined;
        const data = meant === undefined ? {} : { data: { replacement: meant } };
        report({ entry, message: problem.message, fixable: meant !== undefined, ...data });
      }
    }
  },
};

function placeOf({ word, part, span }: AskProblem, { entry, words }: ReportFact) {
  const said = word === undefined ? undefined : words[word];
  if (said === undefined) return { entry, isExact: false };
  if (part === "name") return { entry: said.name?.entry ?? said.value.entry, isExact: true };
  if (span === undefined) return { entry: said.value.entry, isExact: true };
  const exact = said.parts.find(({ at, length }) => at === span.start && length === span.end - span.start);
  return { entry: exact?.entry ?? said.value.entry, isExact: exact !== undefined };
}
