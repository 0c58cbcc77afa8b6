import { say } from "../base/say.ts";
import type { Rule } from "./rule.ts";
import { nothingTracked } from "./words.ts";

/** A check that finds nothing to look at must not be green. */
export const noSpecs: Rule = {
  id: "no-specs",
  title: "No document to look at",
  group: "project",
  level: "error",
  fixable: false,
  checkProject({ query, paths }, report) {
    if (query.hasItems()) return;
    report({ message: say`There is nothing to check: ${nothingTracked(paths.length)}` });
  },
};
