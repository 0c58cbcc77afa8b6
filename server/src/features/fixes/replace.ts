import { documentOffset } from "../../base/document.ts";
import type { Fix } from "./fix.ts";

/** Writes what was meant in the place of what was written. */
export const replace: Fix = {
  mends: ({ data }) => typeof data?.replacement === "string",
  actions({ problem, document }) {
    const { start, end } = problem.range;
    const replacement = String(problem.data?.replacement);
    const span = { start: documentOffset(document, start), end: documentOffset(document, end) };
    return [{ title: `Change to “${replacement}”`, edits: [{ span, newText: replacement }] }];
  },
};
