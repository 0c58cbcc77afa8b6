import { say } from "../base/say.ts";
import { byPhase, type Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** A document without a section that its kind is asked for. */
export const missingSection: Rule = {
  id: "missing-section",
  title: "A section that the project asks for",
  group: "completeness",
  level: byPhase,
  fixable: true,
  check(file, query, report) {
    const item = file.items.find(({ site }) => site === "document");
    const kind = item === undefined ? undefined : query.config.schema.kinds.get(item.kind);
    if (item === undefined || kind === undefined || kind.sections.length === 0) return;
    const titles = new Set(file.headings.map(({ plain }) => fold(plain)));
    for (const section of kind.sections) {
      if (titles.has(fold(section))) continue;
      report({
        item,
        entry: item.entry,
        message: say`${nameOf(item)} has no section “${section}”, which this project asks for.`,
        data: { section },
      });
    }
  },
};

/** Case and a number in front do not matter: `3. Success metrics`. */
function fold(title: string): string {
  return title
    .toLowerCase()
    .replace(/^[\d.\s]+/, "")
    .trim();
}
