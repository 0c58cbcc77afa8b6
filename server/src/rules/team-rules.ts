import { say } from "../base/say.ts";
import type { Config, TeamRule } from "../model/config.ts";
import { effectiveField } from "../model/inherit.ts";
import { isKind } from "../model/schema.ts";
import type { Item, Summary } from "../model/summary.ts";
import type { Finding, Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** The rules that a team wrote into its configuration. */
export function teamRules(config: Config): readonly Rule[] {
  return config.teamRules.map((rule) => teamRule(rule));
}

function teamRule(team: TeamRule): Rule {
  return {
    id: team.name,
    title: team.message,
    group: "team",
    level: team.level,
    fixable: true,
    check(file, query, report) {
      for (const [index, item] of file.items.entries()) {
        if (team.kind !== undefined && !isKind(query.config.schema, item.kind, [team.kind])) continue;
        if (!meets(file, index, team.when) || meets(file, index, team.require)) continue;
        report({
          item,
          entry: placeOf(item, team),
          message: say`${nameOf(item)}: ${team.message}`,
          ...settled(file, index, team),
        });
      }
    },
  };
}

/** What would meet the rule, where it asks for one field more. */
function settled(file: Summary, index: number, { require }: TeamRule): Pick<Finding, "data" | "fixable"> {
  const lacking = [...require].filter(([name, allowed]) => !meets(file, index, new Map([[name, allowed]])));
  const [name, allowed] = lacking[0] ?? [];
  if (lacking.length !== 1 || name === undefined || allowed === undefined) return { fixable: false };
  return { fixable: allowed.length === 1, data: { set: allowed.flatMap((value) => [name, value]) } };
}

/** On the value that is asked for, where there is one. */
function placeOf(item: Item, team: TeamRule): number {
  for (const name of team.require.keys()) {
    const field = item.fields.get(name);
    if (field !== undefined) return field.entry;
  }
  return item.entry;
}

/** Whether an item says one of the allowed values under every name. */
export function meets(file: Summary, index: number, conditions: ReadonlyMap<string, readonly string[]>): boolean {
  for (const [name, allowed] of conditions) {
    const field = effectiveField(file, index, name);
    const extra = file.items[index]!.extras.find((candidate) => candidate.name === name);
    const values = field?.values.map(({ text }) => text) ?? (extra === undefined ? [] : [extra.text]);
    if (!values.some((value) => allowed.some((word) => word.toLowerCase() === value.toLowerCase()))) return false;
  }
  return true;
}
