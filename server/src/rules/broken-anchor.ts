import { memo } from "../base/memo.ts";
import { nearest } from "../base/nearest.ts";
import { say } from "../base/say.ts";
import type { Summary } from "../model/summary.ts";
import type { Rule } from "./rule.ts";

/** A link to a heading that its document does not have. */
export const brokenAnchor: Rule = {
  id: "broken-anchor",
  title: "A link to a heading that is not there",
  group: "links",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    let advised = 0;
    for (const { paths, anchor, written, entry } of file.bodyLinks) {
      if (anchor === undefined || anchor === "" || anchor === "top") continue;
      const target = paths.length === 0 ? file : firstFile(paths, (path) => query.file(path));
      // Line numbers and other files' anchors are for those who show them to know.
      if (target === undefined || anchorsOf(target).has(anchor.toLowerCase())) continue;
      const near = advised++ < mostAdvice ? nearest(anchor, target.anchors, { unique: true }) : undefined;
      const advice = near === undefined ? say`Correct it, or name the heading so.` : say`Did you mean “#${near}”?`;
      const message =
        target === file
          ? say`This document has no heading for “#${anchor}”, so “${written}” leads to its top. ${advice}`
          : say`${target.path} has no heading for “#${anchor}”, so “${written}” leads to its top. ${advice}`;
      const hash = written.indexOf("#");
      report({
        entry,
        message,
        ...(near === undefined
          ? { fixable: false }
          : { data: { replacement: `${written.slice(0, hash + 1)}${near}` } }),
      });
    }
  },
};

/** A document in which more is broken than this was broken by something else than slips. */
const mostAdvice = 200;

const anchorsOf = memo(({ anchors }: Summary) => new Set(anchors.map((anchor) => anchor.toLowerCase())));

function firstFile(paths: readonly string[], file: (path: string) => Summary | undefined): Summary | undefined {
  for (const path of paths) {
    const found = file(path);
    if (found !== undefined) return found;
  }
  return undefined;
}
