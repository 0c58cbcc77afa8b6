import { say } from "../../base/say.ts";
import { type Fix, inPlace, spanOf } from "./fix.ts";

/** Writes what was meant in the place of what was written; of several things that may be meant a person chooses. */
export const replace: Fix = {
  mends: ({ data }) => typeof data?.replacement === "string" || Array.isArray(data?.replacements),
  actions(context) {
    const { replacement, replacements = [] } = context.problem.data ?? {};
    const span = spanOf(context);
    const change = (newText: string) => [{ span, newText }];
    return [
      ...(typeof replacement === "string" ? inPlace(say`Change to “${replacement}”`, change(replacement)) : []),
      ...(typeof replacements === "string" ? [replacements] : replacements)
        .filter((other) => other !== replacement)
        .flatMap((other) => inPlace(say`Change to “${other}”`, change(other), { isOption: true })),
    ];
  },
};
