import type { Rule } from "./rule.ts";
import { textFlaw } from "./text-flaw.ts";

/** A document of which only the beginning is read, so that nobody has to wait for the rest of it. */
export const documentTooLong: Rule = textFlaw("document-too-long", "A document too long to be read whole", "warning", {
  fixable: false,
});
