import { documentRange } from "../base/document.ts";
import type { Level, RuleLevel } from "../model/level.ts";
import type { Project } from "../workspace/project.ts";
import type { ConfigFile } from "../workspace/workspace.ts";
import type { Problem } from "./problem.ts";

/** What is wrong with a project as a whole: in its configuration, or with there being nothing to look at. */
export function configProblems(
  project: Project,
  file: ConfigFile | undefined,
  levels: ReadonlyMap<string, RuleLevel>,
): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (rule: string, own: Exclude<Level, "off">, range: Problem["range"], message: string): void => {
    const level = levels.get(rule) ?? project.config.levels.get(rule) ?? own;
    const active = typeof level === "string" ? level : level.active;
    if (active === "off") return;
    const rest = { item: undefined, fixable: false, patient: false, related: [], tag: undefined, data: undefined };
    problems.push({ rule, level: active, range, message, ...rest });
  };
  for (const { rule, span, message } of file?.problems ?? []) {
    add(rule, rule === "config-invalid" ? "error" : "warning", documentRange(file!.document, span), message);
  }
  return problems;
}
