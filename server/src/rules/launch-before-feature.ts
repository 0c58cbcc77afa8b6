import { say } from "../base/say.ts";
import { showTimeframe } from "../model/show-timeframe.ts";
import { isLater } from "../model/timeframe.ts";
import { phaseOf, timeframeOf } from "../workspace/plan.ts";
import { allLinksOf } from "./each-link.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** A launch of something that is not there yet. */
export const launchBeforeFeature: Rule = {
  id: "launch-before-feature",
  title: "A launch before what it launches",
  group: "time",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    for (const { from, definition, link, resolution } of allLinksOf(file, query)) {
      if (from.item.base !== "launch" || definition.name !== "features" || resolution.type !== "item") continue;
      const { found: feature } = resolution;
      if (["done", "dropped"].includes(phaseOf(query, feature))) continue;
      const launch = timeframeOf(query, from);
      const lands = timeframeOf(query, feature);
      if (launch === undefined || lands === undefined || !isLater(lands, launch)) continue;
      report({
        item: from.item,
        entry: link.entry,
        data: { set: ["timeframe", lands.text] },
        message: say`${nameOf(from.item)} is in ${showTimeframe(launch)}, and ${nameOf(feature.item)} lands in ${showTimeframe(lands)}. Move the launch, or leave the feature out of it.`,
        related: [
          {
            path: feature.file.path,
            entry: feature.item.fields.get("timeframe")?.entry ?? feature.item.entry,
            message: say`${feature.item.title} lands in ${showTimeframe(lands)}`,
          },
        ],
      });
    }
  },
};
