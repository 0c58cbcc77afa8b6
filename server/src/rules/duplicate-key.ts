import type { Rule } from "./rule.ts";
import { textFlaw } from "./text-flaw.ts";

/** The same field twice; two names of one field are a warning, since each tool may read another one. */
export const duplicateKey: Rule = textFlaw("duplicate-key", "The same field twice");
