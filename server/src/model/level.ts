/** How grave a finding is. `off` is not reported at all. */
export type Level = "error" | "warning" | "information" | "hint" | "off";

/** A level for active items and one for drafts; done and dropped items are asked for nothing where a rule goes by phase. */
export interface PhaseLevel {
  readonly active: Level;
  readonly draft: Level;
}

/** What a rule is reported as, before and after a configuration has its say. */
export type RuleLevel = Level | PhaseLevel;

const order: readonly Level[] = ["off", "hint", "information", "warning", "error"];

/** Whether `level` is at least as grave as `threshold`. */
export function isAtLeast(level: Level, threshold: Level): boolean {
  return order.indexOf(level) >= order.indexOf(threshold);
}
