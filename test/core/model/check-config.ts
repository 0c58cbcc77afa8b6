import { lineStarts, rangeOf } from "../../../server/src/base/lines.ts";
import { type ConfigReading, readConfig } from "../../../server/src/model/config-read.ts";
import { checkProblems, dedent, parseFixture } from "../../fixture.ts";

/** The rules that exist for these tests. */
export const ruleIds = ["missing-kpi", "missing-owner", "stale-review", "unknown-reference"];

/** Reads a configuration in the test language and compares what is found in it with the carets. */
export function checkConfig(source: string): ConfigReading {
  const fixture = parseFixture(`//- throughline.yaml\n${dedent(source)}`);
  const path = "throughline.yaml";
  const text = fixture.files.get(path) ?? "";
  const reading = readConfig(text, ruleIds);
  const starts = lineStarts(text);
  const found = reading.problems.map(({ rule, span, message }) => {
    const { start, end } = rangeOf(starts, span);
    const level = rule === "config-invalid" ? ("error" as const) : ("warning" as const);
    const place = { line: start.line, startCharacter: start.character, endLine: end.line, endCharacter: end.character };
    return { path, ...place, level, rule, message: String(message) };
  });
  checkProblems(fixture, found);
  return reading;
}
