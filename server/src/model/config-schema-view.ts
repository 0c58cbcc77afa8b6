import * as z from "zod/mini";
import { anyOf, described, text } from "./config-schema-parts.ts";
import { sortWords } from "./view-words.ts";

/** What `throughline.yaml` says about how the roadmap is looked at. */

export const view = z.strictObject(
  {
    group: described(
      z.optional(text),
      "What it is grouped by: goal, timeline, status, owner, team, or any field of your documents.",
    ),
    sort: described(
      z.optional(z.enum(sortWords, `Write ${anyOf(sortWords)}.`)),
      "What its rows are sorted by: date, rank, priority or rice.",
    ),
    where: described(
      z.optional(text),
      "Which items it shows, as a query: `owner:ana timeframe<=next-quarter -status:done`.",
    ),
    done: described(
      z.optional(z.boolean("Write true or false.")),
      "Whether what is done or dropped stands in its groups instead of being folded away.",
    ),
  },
  "Write `group`, `sort`, `where` or `done` below it.",
);

const weight = z
  .number("Write a number from 0 to 10.")
  .check(z.gte(0, "Write a number from 0 to 10."), z.lte(10, "Write a number from 0 to 10."));

const words = z.record(
  text,
  z.number("Write a number such as 2 or 0.8.").check(z.gte(0, "Write a number that is not below 0.")),
  "Write words and the numbers that they stand for.",
);

export const rice = z.strictObject(
  {
    weights: described(
      z.optional(
        z.strictObject(
          {
            reach: described(z.optional(weight), "How often the reach counts; 0 leaves it out."),
            impact: described(z.optional(weight), "How often the impact counts; 0 leaves it out."),
            confidence: described(z.optional(weight), "How often the confidence counts; 0 leaves it out."),
            effort: described(z.optional(weight), "How often the effort counts; 0 leaves it out."),
          },
          "Write `reach`, `impact`, `confidence` or `effort` below it.",
        ),
      ),
      "How often each of the four counts: 1 unless you say otherwise, 0 leaves it out, 2 takes it twice.",
    ),
    words: described(
      z.optional(
        z.strictObject(
          {
            reach: described(z.optional(words), "What your words for the reach stand for."),
            impact: described(
              z.optional(words),
              "What your words for the impact stand for, beside massive 3, high 2, medium 1, low 0.5 and minimal 0.25.",
            ),
            confidence: described(
              z.optional(words),
              "What your words for the confidence stand for, beside high 1, medium 0.8 and low 0.5.",
            ),
            effort: described(z.optional(words), "What your words for the effort stand for: `S: 1`, `M: 3`."),
          },
          "Write `reach`, `impact`, `confidence` or `effort` below it.",
        ),
      ),
      "The numbers that words stand for.",
    ),
  },
  "Write `weights` or `words` below it.",
);
