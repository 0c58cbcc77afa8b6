import type { Rule } from "./rule.ts";
import { textFlaw } from "./text-flaw.ts";

/** A line in the block at the top that cannot be read, or that only we can read. */
export const frontmatterUnparsable: Rule = textFlaw("frontmatter-unparsable", "A line at the top that cannot be read");
