import { type Phase, phases } from "../model/phase.ts";
import type { ItemFacts } from "../workspace/item-facts.ts";

/** Base, phase and lateness of an item as one number from 1 on, so that ten thousand are counted without looking at each. */
export type State = number;

/** What stands in a roadmap, in the order in which kinds stand in a group. */
export const roadmapKinds: readonly string[] = ["vision", "goal", "feature", "prd", "launch", "kpi"];

export type Known = Pick<ItemFacts, "base" | "phase" | "isLate">;

/** By state; none has the first. */
export const states: readonly (Known | undefined)[] = [
  undefined,
  ...roadmapKinds.flatMap((base) =>
    phases.flatMap((phase): readonly Known[] => [false, true].map((isLate) => ({ base, phase, isLate }))),
  ),
];

export function stateOf({ base, phase, isLate }: Known): State {
  return 1 + (roadmapKinds.indexOf(base) * phases.length + phases.indexOf(phase)) * 2 + Number(isLate);
}

export function isOver(phase: Phase): boolean {
  return phase === "done" || phase === "dropped";
}

/** What is not over is never folded away; but a KPI is measured long after the feature that moved it is there. */
export const staysOpen: readonly boolean[] = states.map(
  (state) => state !== undefined && state.base !== "kpi" && !isOver(state.phase),
);
