import { nearest } from "../base/nearest.ts";
import { say } from "../base/say.ts";
import type { Rule } from "./rule.ts";

/** A `type` that is nearly one of ours: the document would be missing from the plan without a word. */
export const unknownKind: Rule = {
  id: "unknown-kind",
  title: "A document of a kind that does not exist",
  group: "project",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    if (file.nearKind === undefined) return;
    // Where nobody uses Throughline, a word is only a word.
    if (!query.config.present && !query.hasItems()) return;
    const { text, entry } = file.nearKind;
    const near = nearest(text.toLowerCase(), [...query.config.schema.kindNames.keys()]);
    if (near === undefined) return;
    report({
      entry,
      message: say`“${text}” is no kind of document, so this one is not in the roadmap. Did you mean “${near}”?`,
      data: { replacement: near },
    });
  },
};
