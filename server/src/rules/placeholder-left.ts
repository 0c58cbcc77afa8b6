import { say } from "../base/say.ts";
import type { Rule } from "./rule.ts";

/** A piece of a template that nobody has filled in. */
export const placeholderLeft: Rule = {
  id: "placeholder-left",
  title: "A placeholder that was left in the text",
  group: "text",
  level: "information",
  fixable: false,
  check(file, _query, report) {
    for (const { text, entry } of file.placeholders) {
      const choices =
        text.includes("|") && !text.startsWith("{{") ? text.split("|").map((choice) => choice.trim()) : [];
      report({
        entry,
        ...(choices.length > 0 ? { data: { replacements: choices } } : {}),
        message: say`“${text}” still waits to be filled in: write what belongs here, or take it out.`,
      });
    }
  },
};
