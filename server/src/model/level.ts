/** The gravest first. */
export const levelWords = ["error", "warning", "information", "hint", "off"] as const;

/** How grave a finding is. `off` is not reported at all. */
export type Level = (typeof levelWords)[number];

/** A level for active items and one for drafts; done and dropped items are asked for nothing where a rule goes by phase. */
export interface PhaseLevel {
  readonly active: Level;
  readonly draft: Level;
}

/** What a rule is reported as, before and after a configuration has its say. */
export type RuleLevel = Level | PhaseLevel;

/** Whether `level` is at least as grave as `threshold`. */
export function isAtLeast(level: Level, threshold: Level): boolean {
  return levelWords.indexOf(level) <= levelWords.indexOf(threshold);
}

/** "warning", or "warning, drafts hint" where it goes by phase. */
export function showLevel(level: RuleLevel): string {
  if (typeof level === "string") return level;
  return level.draft === "off" ? `${level.active}, not drafts` : `${level.active}, drafts ${level.draft}`;
}
