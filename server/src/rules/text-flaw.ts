import type { Rule } from "./rule.ts";

/** A rule that passes on what the reader of the text has found. What was read whole is a warning, what was lost an error. */
export function textFlaw(
  id: string,
  title: string,
  level: "error" | "warning" = "error",
  { fixable = true }: { readonly fixable?: boolean } = {},
): Rule {
  return {
    id,
    title,
    group: "text",
    level,
    fixable,
    check(file, _query, report) {
      for (const { rule, message, recovered, entry } of file.flaws) {
        if (rule === id) report({ entry, message, level: recovered ? "warning" : level });
      }
    },
  };
}
