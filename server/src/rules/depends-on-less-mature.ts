import { say } from "../base/say.ts";
import { phaseOf } from "../workspace/plan.ts";
import { allLinksOf } from "./each-link.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** Work that has begun and leans on what is still a draft. */
export const dependsOnLessMature: Rule = {
  id: "depends-on-less-mature",
  title: "Active work that needs a draft",
  group: "state",
  level: "off",
  fixable: false,
  check(file, query, report) {
    for (const { from, definition, link, resolution } of allLinksOf(file, query)) {
      if (definition.edge?.name !== "depends-on" || resolution.type !== "item") continue;
      const { found } = resolution;
      if (phaseOf(query, from) !== "active" || phaseOf(query, found) !== "draft") continue;
      report({
        item: from.item,
        entry: link.entry,
        message: say`${nameOf(from.item)} is being worked on and needs ${nameOf(found.item)}, which is still a draft. Have it promised, or do without it.`,
        related: [
          { path: found.file.path, entry: found.item.entry, message: say`${nameOf(found.item)} is defined here` },
        ],
      });
    }
  },
};
