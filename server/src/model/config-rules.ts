import { nearest } from "../base/nearest.ts";
import { say } from "../base/say.ts";
import type { Override, TeamRule } from "./config.ts";
import { noField, noKind } from "./config-fields.ts";
import { type ConditionsFile, readConditions } from "./config-lists.ts";
import { type ConfigProblem, invalid, type Slip, slip, unknownKey } from "./config-problem.ts";
import type { ConfigFile, LevelFile, TeamRuleFile } from "./config-schema.ts";
import type { Origins } from "./config-walk.ts";
import type { RuleLevel } from "./level.ts";
import { canonicalName, type Schema } from "./schema.ts";

export interface RuleBuild {
  readonly origins: Origins;
  readonly problems: ConfigProblem[];
  readonly schema: Schema;
  /** The rules that come with Throughline. */
  readonly ruleIds: readonly string[];
}

export interface Rules {
  readonly levels: ReadonlyMap<string, RuleLevel>;
  readonly teamRules: readonly TeamRule[];
}

/** The levels and the team's own rules under `rules`. */
export function readRules(build: RuleBuild, file: ConfigFile): Rules {
  const levels = new Map<string, RuleLevel>();
  const teamRules: TeamRule[] = [];
  const written = file.rules ?? {};
  for (const [name, rule] of Object.entries(written)) {
    const key = build.origins.key(written, name);
    if (isTeamRule(rule)) {
      if (build.ruleIds.includes(name)) {
        build.problems.push(
          invalid(key, say`${name} is a rule of Throughline. Give yours another name, or write a level here.`),
        );
      } else {
        const read = readTeamRule(build, name, rule);
        if (read !== undefined) teamRules.push(read);
      }
    } else if (build.ruleIds.includes(name)) levels.set(name, levelOf(rule));
    else build.problems.push(unknownKey(key, noRule(name, build.ruleIds)));
  }
  return { levels, teamRules };
}

/** The levels under `overrides`; a team's own rules have theirs there too. */
export function readOverrides(build: RuleBuild, file: ConfigFile, teamRules: readonly TeamRule[]): readonly Override[] {
  const known = [...build.ruleIds, ...teamRules.map(({ name }) => name)];
  return (file.overrides ?? []).map(({ files, rules }) => {
    for (const name of Object.keys(rules)) {
      if (!known.includes(name)) build.problems.push(unknownKey(build.origins.key(rules, name), noRule(name, known)));
    }
    const levels = new Map<string, RuleLevel>();
    for (const [name, level] of Object.entries(rules)) if (known.includes(name)) levels.set(name, levelOf(level));
    return { files: typeof files === "string" ? [files] : files, levels };
  });
}

function levelOf(level: LevelFile): RuleLevel {
  return typeof level === "string" ? level : { active: level.active, draft: level.draft };
}

function isTeamRule(rule: LevelFile | TeamRuleFile): rule is TeamRuleFile {
  return typeof rule === "object" && "require" in rule;
}

function noRule(name: string, known: readonly string[]): Slip {
  return slip(say`There is no rule \`${name}\`.`, nearest(name, known), say`\`throughline rules\` lists them all.`);
}

/** Undefined when it asks for a kind or a field that is a slip: it would speak about everything or about nothing. */
function readTeamRule(build: RuleBuild, name: string, rule: TeamRuleFile): TeamRule | undefined {
  const { schema, origins, problems } = build;
  const kind = rule.kind === undefined ? undefined : schema.kindNames.get(rule.kind);
  if (rule.kind !== undefined && kind === undefined) {
    problems.push(invalid(origins.value(rule, "kind"), noKind(rule.kind, [...schema.kinds.keys()])));
    return undefined;
  }
  const kinds = kind === undefined ? [...schema.kinds.values()] : [kind];
  // What is a field's own name in one kind beats what is another name of one elsewhere.
  const names = kinds.flatMap(({ fieldNames }) => [...fieldNames]);
  const known = new Map([...names, ...names.filter(([name, field]) => name === field.name)]);
  const slips = [rule.when ?? {}, rule.require].flatMap((conditions: ConditionsFile) =>
    Object.keys(conditions).flatMap((field) => {
      const name = canonicalName(field);
      const meant = known.has(name) ? undefined : nearest(name, known.keys());
      return meant === undefined ? [] : [{ field, meant, span: origins.key(conditions, field) }];
    }),
  );
  for (const { field, meant, span } of slips) {
    const what = kind === undefined ? say`No kind has a field \`${field}\`.` : noField(kind, field);
    problems.push(invalid(span, slip(what, meant)));
  }
  if (slips.length > 0) return undefined;
  const nameOf = (written: string) => known.get(canonicalName(written))?.name ?? canonicalName(written);
  return {
    name,
    kind: kind?.name,
    when: readConditions(rule.when, nameOf),
    require: readConditions(rule.require, nameOf),
    message: rule.message,
    level: rule.level ?? "warning",
  };
}
