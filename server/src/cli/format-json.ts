import type { Range } from "../base/lines.ts";
import type { Checked } from "./findings.ts";

/** Findings for programs; lines and columns from 1, columns in UTF-16 units. The order of keys is part of the form. */
export function findingsAsJson({ findings, counts }: Checked): string {
  const { files, specs, items, links, rules, errors, warnings, information } = counts;
  const report = {
    version: 1,
    root: ".",
    counts: { files, specs, items, links, rules, errors, warnings, information },
    problems: findings.map(({ rule, level, file, range, message, item, fixable, related }) => ({
      rule,
      level,
      file,
      range: places(range),
      message: String(message),
      item: item ?? null,
      fixable,
      related: related.map((place) => ({
        file: place.path,
        range: places(place.range),
        message: String(place.message),
      })),
    })),
  };
  return JSON.stringify(report, undefined, 2);
}

/** A range as people count. */
export function places({ start, end }: Range) {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}
