import { say } from "../base/say.ts";
import type { Rule } from "./rule.ts";

/** A heading with nothing below it. The title of a document may stand alone. */
export const emptySection: Rule = {
  id: "empty-section",
  title: "A heading with nothing below it",
  group: "completeness",
  level: { active: "information", draft: "off" },
  fixable: false,
  check(file, _query, report) {
    const item = file.items.find(({ site }) => site === "document");
    if (item === undefined) return;
    for (const { level, plain, empty, entry } of file.headings) {
      if (!empty || level < 2 || plain === "") continue;
      report({ item, entry, message: say`“${plain}” is empty: write the section, or take its heading out.` });
    }
  },
};
