import type { Rule } from "./rule.ts";
import { textFlaw } from "./text-flaw.ts";

/** The block at the top has no end. */
export const frontmatterUnclosed: Rule = textFlaw("frontmatter-unclosed", "The block at the top is not closed");
