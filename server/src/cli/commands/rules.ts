import { showLevel } from "../../model/level.ts";
import { rules } from "../../rules/all.ts";
import { pageOf } from "../../rules/page.ts";
import type { Command } from "../command.ts";
import { formatFlag } from "../command.ts";
import { suggest } from "../open-project.ts";
import { emit, styleFor } from "../style.ts";
import { exitCodes, UsageError } from "../terminal.ts";

export const rulesCommand: Command = {
  name: "rules",
  takes: "[ID]",
  says: "list the rules with their levels, or show one",
  flags: [formatFlag("text", "json")],
  project: false,
  async run(parsed, terminal) {
    const [id] = parsed.positionals;
    const chosen = id === undefined ? rules : rules.filter((rule) => rule.id === id);
    if (chosen.length === 0) {
      const ids = rules.map((rule) => rule.id);
      throw new UsageError(`There is no rule ${id}. ${suggest(id ?? "", ids, "throughline rules lists them.")}`);
    }
    const rows = chosen.map(({ id: rule, group, title, level, fixable }) => ({
      rule,
      group,
      level,
      title,
      fixable,
      page: pageOf(rule),
    }));
    if (parsed.value("format") === "json") {
      emit(JSON.stringify({ version: 1, rules: rows }, undefined, 2), parsed, terminal);
      return exitCodes.clean;
    }
    const style = styleFor(parsed, terminal);
    const width = Math.max(...rows.map(({ rule }) => rule.length)) + 2;
    const lines = rows.map(
      ({ rule, level, title }) => `${style.bold(rule.padEnd(width))}${showLevel(level).padEnd(24)}${title}`,
    );
    if (id !== undefined) lines.push("", rows[0]!.page);
    emit(lines.join("\n"), parsed, terminal);
    return exitCodes.clean;
  },
};
