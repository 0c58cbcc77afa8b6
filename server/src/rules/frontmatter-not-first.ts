import type { Rule } from "./rule.ts";
import { textFlaw } from "./text-flaw.ts";

/** The block stands below something else, where other tools do not look for it. */
export const frontmatterNotFirst: Rule = textFlaw(
  "frontmatter-not-first",
  "The block is not at the very top",
  "warning",
);
