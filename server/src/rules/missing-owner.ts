import { say } from "../base/say.ts";
import { missing } from "./missing.ts";
import type { Rule } from "./rule.ts";

/** Something that nobody answers for. */
export const missingOwner: Rule = missing({
  id: "missing-owner",
  title: "An item that nobody answers for",
  field: "owner",
  message: (name) => say`${name} has no owner: name the one who answers for it.`,
});
