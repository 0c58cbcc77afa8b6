import { documentRange } from "../base/document.ts";
import type { RuleLevel } from "../model/level.ts";
import { rules } from "./all.ts";
import type { Problem } from "./problem.ts";
import type { ProjectView, Rule } from "./rule.ts";

/** What is wrong with a project as a whole: in its configuration, or with there being nothing to look at. */
export function projectProblems(view: ProjectView, levels: ReadonlyMap<string, RuleLevel>): readonly Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) {
    const level = levelOf(rule, view, levels);
    if (level === "off") continue;
    rule.checkProject?.(view, (message, span = { start: 0, end: 0 }) => {
      const range = view.config === undefined ? nowhere : documentRange(view.config.document, span);
      const rest = {
        item: undefined,
        fixable: rule.fixable,
        patient: false,
        related: [],
        tag: undefined,
        data: undefined,
      };
      problems.push({ rule: rule.id, level, range, message, ...rest });
    });
  }
  return problems.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

/** Where a finding stands that has no file. */
const nowhere: Problem["range"] = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function levelOf(rule: Rule, { query }: ProjectView, levels: ReadonlyMap<string, RuleLevel>) {
  const level = levels.get(rule.id) ?? query.config.levels.get(rule.id) ?? rule.level;
  return typeof level === "string" ? level : level.active;
}
