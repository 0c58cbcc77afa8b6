import type { RuleLevel } from "../../server/src/model/level.ts";
import { rules } from "../../server/src/rules/all.ts";
import type { RuleGroup } from "../../server/src/rules/rule.ts";
import { table } from "./generated.ts";

const groups: Readonly<Record<Exclude<RuleGroup, "team">, string>> = {
  text: "What is written",
  identity: "Ids",
  completeness: "What is missing",
  links: "Links",
  time: "Time",
  state: "Where things stand",
  kpi: "KPIs",
  people: "People",
  wording: "Wording",
  project: "The project",
};

/** Every rule with its page, its title and its level, group by group. */
export function ruleTables(): string {
  return Object.entries(groups)
    .map(([group, title]) => ({ title, those: rules.filter((rule) => rule.group === group) }))
    .filter(({ those }) => those.length > 0)
    .map(({ title, those }) => {
      const rows = those.map(({ id, title, level, fixable }) => [
        `[\`${id}\`](docs/rules/${id}.md)`,
        title,
        levelWords(level),
        fixable ? "yes" : "",
      ]);
      return `### ${title}\n\n${table(["Rule", "Reports", "Level", "Fix"], rows)}`;
    })
    .join("\n\n");
}

function levelWords(level: RuleLevel): string {
  if (typeof level === "string") return level;
  return level.draft === "off" ? level.active : `${level.active} (draft: ${level.draft})`;
}
