import { globMatcher } from "../base/glob.ts";
import type { Config } from "../model/config.ts";
import type { Level, RuleLevel } from "../model/level.ts";
import type { Phase } from "../model/phase.ts";
import type { Finding, Rule } from "./rule.ts";

/**
 * The level at which a finding is reported: the rule's own, unless the command line, an override for the file or the
 * configuration says otherwise, the most particular one winning.
 */
export function levelOf(
  { rule, finding }: { readonly rule: Rule; readonly finding: Finding },
  path: string,
  phase: Phase | undefined,
  config: Config,
  forced: ReadonlyMap<string, RuleLevel>,
): Level {
  const own = finding.level ?? rule.level;
  const configured = forced.get(rule.id) ?? overridden(rule.id, path, config) ?? config.levels.get(rule.id);
  return inPhase(configured === undefined ? own : merge(own, configured), phase);
}

/** Whether the configuration switches a rule off for a file. */
export function isOff(rule: string, path: string, config: Config): boolean {
  return (overridden(rule, path, config) ?? config.levels.get(rule)) === "off";
}

/** The rules that may have anything to say about a file: those that are not off for it. */
export function rulesFor(
  path: string,
  rules: readonly Rule[],
  config: Config,
  forced: ReadonlyMap<string, RuleLevel>,
): readonly Rule[] {
  return rules.filter(({ id, level }) => {
    const configured = forced.get(id) ?? overridden(id, path, config) ?? config.levels.get(id);
    return (configured ?? level) !== "off";
  });
}

function overridden(rule: string, path: string, config: Config): RuleLevel | undefined {
  for (const { files, levels } of config.overrides.toReversed()) {
    const level = levels.get(rule);
    if (level !== undefined && globMatcher(files)(path)) return level;
  }
  return undefined;
}

/** A single level that is configured sets that of active items; drafts keep theirs unless the rule is off. */
function merge(own: RuleLevel, configured: RuleLevel): RuleLevel {
  if (typeof configured !== "string" || typeof own === "string" || configured === "off") return configured;
  return { active: configured, draft: own.draft };
}

function inPhase(level: RuleLevel, phase: Phase | undefined): Level {
  if (typeof level === "string") return level;
  if (phase === "active") return level.active;
  return phase === "draft" ? level.draft : "off";
}
