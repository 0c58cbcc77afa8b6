import * as z from "zod/mini";
import {
  anyOf,
  conditions,
  described,
  fieldName,
  fieldTypeWords,
  glob,
  kindName,
  list,
  template,
  text,
} from "./config-schema-parts.ts";
import { phases } from "./phase.ts";

/** Words for a status, each with its phase. */
export const statusWords = z.record(
  text,
  z.enum(phases, `Write ${anyOf(phases)}.`),
  `Write your words, each with ${anyOf(phases)}.`,
);

/** One field under `fields:`. */
export const field = z.strictObject(
  {
    type: described(
      z.optional(z.enum(fieldTypeWords, `Write ${anyOf(fieldTypeWords)}.`)),
      "What the field holds. A field of your own says it; those that come with Throughline have theirs.",
    ),
    to: described(z.optional(list(kindName)), "For a link: the kinds that it may lead to. Without it, any."),
    inverse: described(
      z.optional(fieldName),
      "For a link: the field at the other end that says the same. `superseded-by` is the inverse of `replaces`.",
    ),
    many: described(
      z.optional(z.boolean("Write true or false.")),
      "Whether a list is ordinary here. Links may be many unless you say false.",
    ),
    values: described(z.optional(list(text)), "The values that may stand here."),
    aliases: described(z.optional(list(fieldName)), "Other names that people write for the field."),
    says: described(z.optional(text), "One sentence that says what the field is for; it is shown while people type."),
  },
  "Write `type`, `values`, `aliases` and so on below it.",
);

const id = z.strictObject(
  {
    field: described(z.optional(fieldName), "The field that holds the id or its number."),
    file: described(
      z.optional(template),
      "Where the id stands in the path, from its end: `rfc-{n}.md`, `{n}-{slug}.md`, `{slug}/README.md`.",
    ),
    format: described(
      z.optional(template),
      "How the id is made of that: `RFC-{n}`. Without it, the number behind the kind's prefix, or the name as it is.",
    ),
  },
  "Write `field`, `file` and `format` below it.",
);

/** One kind under `kinds:`, built in or of a team's own. */
export const kind = z.strictObject(
  {
    extends: described(
      z.optional(kindName),
      "For a kind of your own: the kind that it is a sort of. It has its fields and counts as one.",
    ),
    label: described(z.optional(text), "What stands in front of a title: RFC."),
    plural: described(z.optional(text), "The word for many of them: RFCs."),
    says: described(z.optional(text), "One sentence that says what the kind is for."),
    synonyms: described(z.optional(list(kindName)), "Other words for the kind that may stand behind `type:`."),
    prefix: described(
      z.optional(
        list(
          z
            .string("Write a prefix such as FEAT.")
            .check(z.regex(/^[A-Za-z][A-Za-z0-9]*$/, "A prefix has letters and digits only; `-1` follows by itself.")),
        ),
      ),
      "What ids of this kind begin with: FEAT for FEAT-12. The first one is used for new ids.",
    ),
    required: described(
      z.optional(list(fieldName)),
      "The fields that items of this kind are asked for. It takes the place of what is asked for otherwise; `[]` asks for nothing.",
    ),
    fields: described(
      z.optional(z.record(fieldName, field, "Write the names of fields below it.")),
      "Fields of your own, and other names for those that come with Throughline.",
    ),
    status: described(
      z.optional(statusWords),
      "Your team's words for a status, each with what it means: draft, active, done or dropped.",
    ),
    match: described(z.optional(list(glob)), "Patterns of files that are of this kind without saying so."),
    when: described(
      z.optional(conditions),
      "Only the files under `match` whose fields have one of these values; all must hold.",
    ),
    id: described(z.optional(id), "How ids come from a field or from the name of the file."),
    sections: described(
      z.optional(list(text)),
      "Titles of the second-level sections that a document of this kind should have.",
    ),
  },
  "Write `prefix`, `required`, `fields` and so on below it.",
);

export type KindFile = z.infer<typeof kind>;
export type FieldFile = z.infer<typeof field>;
