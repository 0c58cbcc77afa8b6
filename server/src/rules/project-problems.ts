import { documentRange } from "../base/document.ts";
import type { Level, RuleLevel } from "../model/level.ts";
import { rules } from "./all.ts";
import type { Problem } from "./problem.ts";
import type { ProjectView, Rule } from "./rule.ts";

/** What is wrong with a project as a whole: in its configuration, or with there being nothing to look at. */
export function projectProblems(view: ProjectView, levels: ReadonlyMap<string, RuleLevel>): readonly Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) {
    rule.checkProject?.(view, ({ message, span = { start: 0, end: 0 }, level: own, fixable, data }) => {
      const level = levelOf(rule, own, view, levels);
      if (level === "off") return;
      const range = view.config === undefined ? nowhere : documentRange(view.config.document, span);
      problems.push({
        ...{ rule: rule.id, level, range, message, data },
        ...{ fixable: fixable ?? rule.fixable, item: undefined, patient: false, related: [], tag: undefined },
      });
    });
  }
  return problems.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

/** Where a finding stands that has no file. */
const nowhere: Problem["range"] = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function levelOf(
  rule: Rule,
  own: RuleLevel | undefined,
  { query }: ProjectView,
  levels: ReadonlyMap<string, RuleLevel>,
): Level {
  const level = levels.get(rule.id) ?? query.config.levels.get(rule.id) ?? own ?? rule.level;
  return typeof level === "string" ? level : level.active;
}
