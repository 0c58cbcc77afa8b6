import type { Document } from "../server/src/base/document.ts";
import { tell } from "../server/src/base/say.ts";
import type { PlanEdit } from "../server/src/edits/plan-edit.ts";
import { type Abilities, noAbilities } from "../server/src/features/abilities.ts";
import { fixActions, type Surroundings } from "../server/src/features/fixes/offers.ts";
import type { Engine } from "../server/src/rules/engine.ts";
import type { Problem } from "../server/src/rules/problem.ts";

/** A way to mend a problem, worked out. */
export interface Mend extends PlanEdit {
  readonly title: string;
  /** Offered, but not preferred. */
  readonly isOption: boolean;
  readonly isSafe: boolean;
}

/** What a fix sees of a document; `texts` are those of the others. */
export function surroundings(
  engine: Engine,
  document: Document,
  can: Abilities = noAbilities,
  texts: (uri: string) => Document | undefined = () => undefined,
): Surroundings {
  return { document, ...engine.workspace.locate(document.uri)!, can, text: texts, elsewhere: [] };
}

/** The ways to mend a problem that are edits, the best one first. */
export function mends(problem: Problem, around: Surroundings): readonly Mend[] {
  return fixActions(problem, around).flatMap(({ title, edit, isOption = false, isSafe = false }) => {
    const change = edit?.();
    return change === undefined ? [] : [{ title: tell(title), isOption, isSafe, ...change }];
  });
}
