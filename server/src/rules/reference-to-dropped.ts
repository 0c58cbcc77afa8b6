import { say } from "../base/say.ts";
import { phaseOf } from "../workspace/plan.ts";
import { linksOf } from "./each-link.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** Fields that count on what they lead to. Others, and a team's own, may speak of what is over: what is replaced, what to see also. */
const countsOn = new Set(["goals", "kpis", "guardrails", "parent", "features", "depends-on", "vision", "audience"]);

/** A plan that counts on something nobody works on any more. */
export const referenceToDropped: Rule = {
  id: "reference-to-dropped",
  title: "A link to something that was dropped",
  group: "links",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    for (const { from, definition, link, resolution } of linksOf(file, query)) {
      if (resolution.type !== "item" || !countsOn.has(definition.name) || isRecord(from.item.base)) continue;
      const { found } = resolution;
      if (phaseOf(query, found) !== "dropped") continue;
      const phase = phaseOf(query, from);
      if (phase === "done" || phase === "dropped") continue;
      report({
        item: from.item,
        entry: link.entry,
        tag: "deprecated",
        message: say`${nameOf(from.item)} counts on ${nameOf(found.item)}, which was dropped. Link to what took its place, or take the link out.`,
        related: [
          { path: found.file.path, entry: found.item.entry, message: say`${nameOf(found.item)} is defined here` },
        ],
      });
    }
  },
};

/** What was learned or decided may well be about something that was dropped for it. */
function isRecord(base: string): boolean {
  return base === "insight" || base === "decision";
}
