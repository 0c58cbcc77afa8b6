/**
 * The kinds and their fields, as data. A row added here reaches reading, checking, completion, hover, the JSON Schema
 * and the documentation; nothing else in the house names a field twice.
 */

export type FieldType =
  | "text"
  | "person"
  | "status"
  | "health"
  | "enum"
  | "number"
  | "measure"
  | "date"
  | "timeframe"
  | "link"
  | "url"
  | "measurements"
  | "boolean";

export interface FieldDefinition {
  /** The canonical name: lower case, words joined by `-`. */
  readonly name: string;
  readonly type: FieldType;
  /** Whether a list is ordinary; one value is a list of one. */
  readonly many: boolean;
  /** One sentence for hover and completion. */
  readonly says: string;
  /** Other names that people write, in canonical spelling. */
  readonly aliases: readonly string[];
  /** For an enum: the values that are valid. */
  readonly values: readonly string[];
  /** For a link: the kinds it may lead to. */
  readonly to: readonly string[];
  /**
   * For a link: the edge it writes. `inverse` means that the edge runs from the target to this item:
   * `kpi.goals` writes the same edge as `goal.kpis`.
   */
  readonly edge: { readonly name: string; readonly inverse: boolean } | undefined;
}

export interface KindDefinition {
  readonly name: string;
  /** As it stands in front of a title: "Goal". */
  readonly label: string;
  readonly plural: string;
  /** One sentence for hover and completion. */
  readonly says: string;
  /** Id prefixes, the preferred one first. */
  readonly prefixes: readonly string[];
  /** Other words for the kind. */
  readonly synonyms: readonly string[];
  readonly fields: readonly FieldDefinition[];
  /** The fields that the completeness rules ask for. */
  readonly required: readonly string[];
}

const kpiNames = ["kpi", "metrics", "metric", "success-metrics", "key-results"];
const goalNames = ["goal", "objectives", "objective"];

/** Fields of every kind. */
const common: readonly FieldDefinition[] = [
  field("id", "text", "The short name that others link to; it never changes."),
  field("title", "text", "What people call it."),
  many("owner", "person", "Who answers for it; the first name counts, more may follow.", {
    aliases: [
      "owners",
      "dri",
      "lead",
      "assignee",
      "product-owner",
      "document-owner",
      "product-manager",
      "pm",
      "driver",
    ],
  }),
  many("team", "text", "The team that works on it.", { aliases: ["teams", "squad", "area"] }),
  field("status", "status", "Where it stands: draft, active, done or dropped, or a word of your team's."),
  field("health", "health", "How it goes, said by hand: on track, at risk or off track, and why."),
  field("timeframe", "timeframe", "When it lands: a date, a quarter, a range, or now, next, later.", {
    aliases: [
      "due",
      "due-date",
      "deadline",
      "quarter",
      "release",
      "milestone",
      "target-date",
      "target-release",
      "launch-date",
      "eta",
      "horizon",
      "target",
    ],
  }),
  field("priority", "text", "How much it matters beside the others."),
  many("tags", "text", "Words to find it by."),
  field("summary", "text", "What it is, in one or two sentences."),
  many("links", "url", "Where more about it can be found: addresses, or keys of your tracker.", {
    aliases: ["jira", "linear", "epic-link", "figma", "design", "github", "ticket"],
  }),
  many("aliases", "text", "Ids it had before; links to them still lead here."),
  field("created", "date", "When it was written down."),
  field("reviewed", "date", "When somebody last looked it over."),
];

const guardrails = link("guardrails", ["kpi"], "What must not get worse on the way.", { aliases: ["guardrail"] });
const audience = link("audience", ["audience"], "For whom it is.", {
  aliases: ["audiences", "persona", "personas", "segment", "segments"],
});

const featureFields: readonly FieldDefinition[] = [
  field("rank", "number", "Its place in the backlog; a smaller number comes first."),
  field("sprint", "text", "The iteration it is worked on in."),
  field("reach", "measure", "How many people it touches in a period."),
  field("impact", "measure", "How much it changes for each of them."),
  field("confidence", "measure", "How sure you are of it."),
  field("effort", "measure", "What it takes to build."),
  field("budget", "measure", "What it may cost."),
  field("cost", "measure", "What it has cost so far."),
  field("shipped", "date", "When people got it."),
  link("goals", ["goal"], "The outcomes it works for.", { aliases: goalNames }),
  link("kpis", ["kpi"], "How its success is measured.", { aliases: kpiNames }),
  guardrails,
  audience,
  link("insights", ["insight"], "The evidence behind it.", { aliases: ["insight"] }),
  link("depends-on", ["feature", "prd"], "What must land before it.", {
    aliases: ["depends", "dependencies", "requires", "blocked-by"],
  }),
  link("parent", ["feature", "prd"], "What it is a part of.", { many: false }),
];

export const builtinKinds: readonly KindDefinition[] = [
  kind("vision", "Vision", "visions", ["VIS"], "Where the product is going.", {
    own: [
      link("kpis", ["kpi"], "The north star: the one figure that tells whether you get there.", { aliases: kpiNames }),
    ],
    required: ["owner"],
  }),
  kind("goal", "Goal", "goals", ["GOAL"], "An outcome to reach.", {
    synonyms: ["objective"],
    own: [
      link("vision", ["vision"], "The vision it serves.", { many: false }),
      link("parent", ["goal"], "The goal it is a part of.", { many: false }),
      link("kpis", ["kpi"], "How you will know that it is reached.", { aliases: kpiNames }),
      guardrails,
    ],
    required: ["owner", "kpis"],
  }),
  kind("kpi", "KPI", "KPIs", ["KPI"], "How success is measured.", {
    synonyms: ["metric"],
    own: [
      field("unit", "text", "What it is counted in."),
      field("baseline", "measure", "Where it stood before you began."),
      field("target", "measure", "Where it is to be."),
      field("current", "measure", "Where it stands now."),
      field("direction", "enum", "Whether more is better (up) or less is (down).", { values: ["up", "down"] }),
      field("cadence", "enum", "How often it is measured.", {
        values: ["daily", "weekly", "biweekly", "monthly", "quarterly", "yearly"],
      }),
      field("source", "text", "Where the figure comes from."),
      many("measurements", "measurements", "What was measured: a date and a value each."),
      link("goals", ["goal"], "The goals it measures.", {
        aliases: goalNames,
        edge: { name: "kpis", inverse: true },
      }),
    ],
    required: ["owner", "target"],
  }),
  kind("feature", "Feature", "features", ["FEAT"], "Something to build.", {
    synonyms: ["epic", "initiative", "bet"],
    own: featureFields,
    required: ["owner", "goals", "kpis", "timeframe"],
  }),
  kind(
    "prd",
    "PRD",
    "PRDs",
    ["PRD"],
    "A feature that is a document, with the parts and requirements defined inside it.",
    {
      synonyms: ["spec", "brief", "one-pager", "pr-faq"],
      own: [
        ...featureFields,
        link("features", ["feature", "prd"], "The parts it is delivered in.", {
          edge: { name: "parent", inverse: true },
        }),
        link("requirements", ["requirement"], "What must be true."),
      ],
      required: ["owner", "goals", "kpis", "timeframe"],
    },
  ),
  kind("requirement", "Requirement", "requirements", ["FR", "NFR", "REQ"], "What must be true, inside one document.", {
    own: [
      field("done", "boolean", "Whether it holds already."),
      link("kpis", ["kpi"], "The figure that it moves.", { aliases: kpiNames }),
      link("verifies", ["requirement"], "The requirement it proves."),
    ],
  }),
  kind("audience", "Audience", "audiences", ["AUD"], "For whom: a persona or a segment.", {
    synonyms: ["persona", "segment"],
    own: [field("size", "measure", "How many they are.")],
  }),
  kind("insight", "Insight", "insights", ["INS"], "Evidence from research, feedback or analytics.", {
    own: [
      field("source", "text", "Where it comes from."),
      field("date", "date", "When it was learned."),
      field("confidence", "measure", "How sure you are of it."),
      audience,
      link("goals", ["goal"], "The goals it bears on.", { aliases: goalNames }),
      link("features", ["feature", "prd"], "The features it speaks for.", {
        edge: { name: "insights", inverse: true },
      }),
    ],
  }),
  kind("launch", "Launch", "launches", ["LAUNCH"], "How features go to market.", {
    own: [
      many("channel", "text", "Where people hear of it.", { aliases: ["channels"] }),
      field("pricing", "text", "What it costs them."),
      field("positioning", "text", "Why they should care."),
      link("features", ["feature", "prd"], "What is launched."),
      audience,
    ],
    required: ["owner"],
  }),
  kind("decision", "Decision", "decisions", ["DEC"], "Who decided what, and when.", {
    own: [
      field("date", "date", "When it was decided."),
      many("decider", "person", "Who decided.", { aliases: ["deciders"] }),
      link("features", ["feature", "prd"], "The features it is about."),
      link("goals", ["goal"], "The goals it is about.", { aliases: goalNames }),
      link("supersedes", ["decision"], "The decision it replaces."),
    ],
  }),
];

type FieldOptions = Partial<Pick<FieldDefinition, "many" | "aliases" | "values" | "edge">>;

function field(name: string, type: FieldType, says: string, options: FieldOptions = {}): FieldDefinition {
  return { name, type, says, many: false, aliases: [], values: [], to: [], edge: undefined, ...options };
}

function many(name: string, type: FieldType, says: string, options: FieldOptions = {}): FieldDefinition {
  return field(name, type, says, { many: true, ...options });
}

function link(name: string, to: readonly string[], says: string, options: FieldOptions = {}): FieldDefinition {
  return { ...many(name, "link", says, { edge: { name, inverse: false }, ...options }), to };
}

interface KindOptions {
  readonly synonyms?: readonly string[];
  readonly own: readonly FieldDefinition[];
  readonly required?: readonly string[];
}

/** A kind's own field takes the place of a common one, and its own name beats a common alias (`target` on a KPI). */
function kind(
  name: string,
  label: string,
  plural: string,
  prefixes: readonly string[],
  says: string,
  { synonyms = [], own, required = [] }: KindOptions,
): KindDefinition {
  const names = new Set(own.map((definition) => definition.name));
  const inherited = common
    .filter((definition) => !names.has(definition.name))
    .map((definition) => ({ ...definition, aliases: definition.aliases.filter((alias) => !names.has(alias)) }));
  return { name, label, plural, says, prefixes, synonyms, required, fields: [...inherited, ...own] };
}
