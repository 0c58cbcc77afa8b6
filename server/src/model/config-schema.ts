import * as z from "zod/mini";
import { field, kind, statusWords } from "./config-schema-kind.ts";
import {
  anyOf,
  between,
  conditions,
  described,
  fieldName,
  glob,
  kindName,
  list,
  oneOrMany,
  templatePath,
  text,
} from "./config-schema-parts.ts";
import { rice, view } from "./config-schema-view.ts";
import { levelWords } from "./level.ts";

/**
 * The shape of `throughline.yaml`, in one place: reading, hover, completion and the published JSON Schema follow it.
 * A description is what hovering shows. An error text is what a finding says behind "`x` cannot stand here."
 */

const level = z.enum(levelWords, `Write ${anyOf(levelWords)}.`);
const levels = z.strictObject(
  {
    active: described(level, "The level while an item is active."),
    draft: described(level, "The level while an item is a draft."),
  },
  "Write a level for active items and one for drafts.",
);
const ruleLevel = z.union([level, levels], `Write ${anyOf(levelWords)}.`);

const person = z.union(
  [
    text,
    z.strictObject(
      {
        handle: described(text, "The short name that stands behind `owner:`."),
        name: described(z.optional(text), "The whole name."),
        email: described(z.optional(text), "The address, as in `Ana Li <ana@example.org>`."),
      },
      "Write a name, or `handle`, `name` and `email`.",
    ),
  ],
  "Write a name, or `handle`, `name` and `email`.",
);

const calendar = z.strictObject(
  {
    fiscalYearStart: described(
      z.optional(between(1, 12, "Write the number of a month, 1 to 12.")),
      "The month in which your fiscal year begins, 1 to 12. `FY27-Q1` is read by it; plain quarters are those of the calendar.",
    ),
    horizonMonths: described(
      z.optional(between(1, 600, "Write a number of months.")),
      "How many months your roadmap looks ahead. What is planned beyond it is pointed out.",
    ),
    reviewEveryDays: described(
      z.optional(between(1, 3650, "Write a number of days.")),
      "After how many days somebody should look an active document over again, and write the day under `reviewed`.",
    ),
    releases: described(
      z.optional(z.record(text, text, "Write the names of releases and their dates.")),
      "Your releases and when they land. `timeframe: Aurora` is then as good as its date.",
    ),
  },
  "Write `fiscalYearStart`, `horizonMonths`, `reviewEveryDays` or `releases` below it.",
);

const teamRule = z.strictObject(
  {
    kind: described(z.optional(kindName), "The kind it is about. Without it, every kind."),
    when: described(z.optional(conditions), "It is about items whose fields have one of these values; all must hold."),
    require: described(conditions, "What those items must have: each field one of its values."),
    message: described(text, "What the finding says."),
    level: described(z.optional(level), "How grave it is: warning unless you say otherwise."),
  },
  "Write `kind`, `when`, `require` and `message` below it.",
);

const override = z.strictObject(
  {
    files: described(oneOrMany(glob), "The files it is about."),
    rules: described(
      z.record(text, ruleLevel, "Write rules and their levels."),
      "Rules and their levels for these files.",
    ),
  },
  "Write `files` and `rules`.",
);

const template = z.union(
  [
    templatePath,
    z.strictObject(
      {
        file: described(templatePath, "The document that is copied, or a folder of such documents."),
        kind: described(z.optional(kindName), "What it makes. Without it, the kind that the document says at its top."),
        says: described(z.optional(text), "One sentence that says what it is for; it is shown where one chooses."),
      },
      "Write a path, or `file`, `kind` and `says`.",
    ),
  ],
  "Write a path, or `file`, `kind` and `says`.",
);

export const configFile = z.strictObject(
  {
    files: described(
      z.optional(list(glob)),
      "Patterns of the Markdown files to look at, from this folder. Without it, all of them.",
    ),
    ignore: described(
      z.optional(list(glob)),
      "Patterns of files and folders to leave alone. What git ignores is left alone anyway.",
    ),
    people: described(
      z.optional(list(person)),
      "Who may stand behind `owner:`. When nobody is named here, anybody may.",
    ),
    calendar: described(z.optional(calendar), "Your fiscal year, your releases, and how far a roadmap looks."),
    links: described(
      z.optional(
        z.record(
          text,
          z
            .string("Write an address with `{key}`.")
            .check(
              z.regex(
                /^https?:\/\/\S*\{key\}\S*$/,
                "Write an address with `{key}`, such as `https://tracker.example/browse/{key}`.",
              ),
            ),
          "Write names of your trackers and their addresses.",
        ),
      ),
      "Where keys of your tracker lead: with `jira: https://tracker.example/browse/{key}`, `jira: SHOP-12` in a document opens that page.",
    ),
    fields: described(
      z.optional(z.record(fieldName, field, "Write the names of fields below it.")),
      "Fields of every kind: other names for those that come with Throughline, and your own.",
    ),
    status: described(
      z.optional(statusWords),
      "Your team's words for a status, for every kind; each is draft, active, done or dropped.",
    ),
    kinds: described(
      z.optional(z.record(kindName, kind, "Write the names of kinds below it.")),
      "The kinds that come with Throughline, as your team has them, and kinds of your own.",
    ),
    templates: described(
      z.optional(z.record(text, template, "Write names of templates and the paths of their documents.")),
      "Documents that new ones begin as, by the name they are chosen by. They are no part of the plan themselves.",
    ),
    rules: described(
      z.optional(
        z.record(
          text,
          z.union([level, levels, teamRule], `Write ${anyOf(levelWords)}, or a rule of your own.`),
          "Write rules and their levels.",
        ),
      ),
      "How grave each finding is, and rules of your own.",
    ),
    overrides: described(
      z.optional(z.array(override, "Write a list; each entry has `files` and `rules`.")),
      "Other levels for some files. The last one that matches wins.",
    ),
    views: described(
      z.optional(z.record(text, view, "Write names of views, each with `group`, `sort` or `where`.")),
      "Views of the roadmap that your team looks at, by the names they are chosen by.",
    ),
    rice: described(z.optional(rice), "How a RICE score is counted: reach × impact × confidence ÷ effort."),
    strict: described(
      z.optional(z.boolean("Write true or false.")),
      "Whether every unknown field is reported, not only those that look like a slip.",
    ),
  },
  "Write keys such as `files:` or `kinds:`, each with its value.",
);

export type ConfigFile = z.infer<typeof configFile>;
export type TeamRuleFile = z.infer<typeof teamRule>;
export type PersonFile = Exclude<z.infer<typeof person>, string>;
export type LevelFile = z.infer<typeof ruleLevel>;
