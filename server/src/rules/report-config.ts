import type { ConfigProblem } from "../model/config-problem.ts";
import type { ProjectFinding, ProjectView } from "./rule.ts";

/** Passes on what the reader of a configuration has found, with the word that was meant for a quick fix. */
export function reportConfig(
  id: ConfigProblem["rule"],
  config: ProjectView["config"],
  report: (finding: ProjectFinding) => void,
): void {
  for (const { rule, span, message, recovered, meant, fix } of config?.problems ?? []) {
    if (rule !== id) continue;
    report({
      span,
      message,
      fixable: fix !== undefined || meant !== undefined,
      ...(recovered ? { level: "warning" as const } : {}),
      ...(meant === undefined ? {} : { data: { replacement: meant } }),
    });
  }
}
