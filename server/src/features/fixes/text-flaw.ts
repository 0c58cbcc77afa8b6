import { documentOffset } from "../../base/document.ts";
import { readFrontmatter } from "../../syntax/frontmatter.ts";
import type { Fix } from "./fix.ts";

const rules = new Set(["frontmatter-unparsable", "frontmatter-unclosed", "frontmatter-not-first", "duplicate-key"]);

/** The reader of the block at the top knows how to mend what it found. */
export const textFlaw: Fix = {
  mends: ({ rule }) => rules.has(rule),
  actions({ problem, document }) {
    const start = documentOffset(document, problem.range.start);
    const { flaws } = readFrontmatter(document.text);
    const flaw = flaws.find((candidate) => candidate.rule === problem.rule && candidate.span.start === start);
    return flaw?.fix === undefined ? [] : [flaw.fix];
  },
};
