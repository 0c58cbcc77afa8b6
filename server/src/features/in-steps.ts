import { atOnce } from "../base/at-once.ts";
import { memo } from "../base/memo.ts";
import type { State } from "./feature.ts";

/** A request whose answer looks at thousands of items: see `Feature.ahead`. */
export interface InSteps<Params, Answer> {
  readonly ahead: (params: Params, state: State) => Generator<void>;
  readonly answer: (params: Params, state: State) => Answer;
}

/**
 * An answer that is worked out in small steps before it is given: it holds if nothing has changed meanwhile. Where something
 * changes between two steps they begin anew; where it never stops changing, the answer is worked out at once.
 */
export function inSteps<Params extends object, Answer>(
  work: (params: Params, state: State) => Generator<void, Answer>,
): InSteps<Params, Answer> {
  const workedOut = memo((_: Params): { done?: { readonly changes: number; readonly answer: Answer } } => ({}));
  return {
    *ahead(params, state) {
      const { engine } = state;
      for (let times = 0; times < most; times++) {
        const { changes } = engine;
        const steps = work(params, state);
        do {
          const step = steps.next();
          if (step.done === true) {
            workedOut(params).done = { changes, answer: step.value };
            return;
          }
          yield;
        } while (engine.changes === changes);
      }
    },
    answer(params, state) {
      const { done } = workedOut(params);
      return done?.changes === state.engine.changes ? done.answer : atOnce(work(params, state));
    },
  };
}

const most = 3;
