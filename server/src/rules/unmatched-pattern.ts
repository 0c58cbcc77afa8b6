import { compileGlob } from "../base/glob.ts";
import { isInside, normalizePath } from "../base/path.ts";
import { say } from "../base/say.ts";
import type { ProjectView, Rule } from "./rule.ts";
import { meets } from "./team-rules.ts";

/** A pattern of the configuration that matches no file, a template that is not there, or a rule of the team's own that can never apply. */
export const unmatchedPattern: Rule = {
  id: "unmatched-pattern",
  title: "A pattern that matches no file",
  group: "project",
  level: "warning",
  fixable: false,
  checkProject(view, report) {
    for (const { pattern, span, use } of view.config?.patterns ?? []) {
      // What is to be left out may well not be there.
      if (use === "ignore") continue;
      if (use === "template") {
        const path = normalizePath(pattern);
        if (view.paths.some((one) => isInside(path, one))) continue;
        report({
          message: say`There is no document at “${pattern}” that a new one could begin as. Correct the path.`,
          span,
        });
        continue;
      }
      if (view.paths.some(compileGlob(pattern))) continue;
      report({
        message: say`“${pattern}” matches no file, so nothing is looked at there. Correct it, or take it out.`,
        span,
      });
    }
    for (const [name, span] of view.config?.teamRules ?? []) {
      if (!canApply(name, view))
        report({ message: say`“${name}” can never apply: no item is of its kind and meets its “when”.`, span });
    }
  },
};

function canApply(name: string, { query }: ProjectView): boolean {
  const rule = query.config.teamRules.find((candidate) => candidate.name === name);
  if (rule === undefined) return true;
  const items = rule.kind === undefined ? query.items() : query.ofKinds([rule.kind]);
  return items.some(({ file, index }) => meets(file, index, rule.when));
}
