import { readWhere } from "../workspace/where/read-where.ts";
import { reportConfig } from "./report-config.ts";
import type { Rule } from "./rule.ts";

/** A part of the configuration that cannot be used; the rest of it applies. */
export const configInvalid: Rule = {
  id: "config-invalid",
  title: "A part of throughline.yaml that cannot be used",
  group: "project",
  level: "error",
  fixable: true,
  checkProject({ config, query }, report) {
    reportConfig("config-invalid", config, report);
    for (const { text, span } of config?.queries ?? []) {
      for (const problem of readWhere(text, query).problems) {
        const isExact = config!.document.text.startsWith(text, span.start);
        const from = span.start + problem.span.start;
        report({
          // In quotes or over several lines nobody can say which sign of the value stands where.
          span: isExact ? { start: from, end: from + problem.span.end - problem.span.start } : span,
          message: problem.message,
          level: "warning",
          fixable: isExact && problem.meant !== undefined,
          ...(isExact && problem.meant !== undefined ? { data: { replacement: problem.meant } } : {}),
        });
      }
    }
  },
};
