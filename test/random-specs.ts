import fc from "fast-check";

/**
 * Texts of small plans: few names, so that links meet, clash and lead nowhere, and everything that the format knows, so
 * that an edit somewhere changes answers elsewhere.
 */

const ids = [
  ...["PRD-1", "PRD-2", "FEAT-1", "FEAT-2", "GOAL-1", "GOAL-2", "KPI-1", "KPI-2", "VIS-1", "INS-1", "AUD-1", "DEC-1"],
];
const titles = ["Growth", "Wallet", "Trust", "One-tap pay"];
const paths = ["a.md", "b.md", "../a.md", "/specs/c.md", "specs/c.md", "inner/e.md", "specs", "pictures/x.png"];
const names = ["a", "c", "old-1", "a#wallet", "PRD-1#growth", "prd-1", "FR-1", "PRD-1/FR-1", "a/FR-2", "nothing"];

const oneOf = (...values: readonly string[]) => fc.constantFrom(...values);
const target = fc.oneof(
  { weight: 6, arbitrary: oneOf(...ids) },
  { weight: 2, arbitrary: oneOf(...names) },
  { weight: 2, arbitrary: oneOf(...paths) },
  { weight: 1, arbitrary: oneOf(...ids, ...names).map((name) => `"[[${name}]]"`) },
  { weight: 1, arbitrary: oneOf("tbd", "n/a", "https://x.example", "[Wallet](b.md)") },
);
const status = oneOf("draft", "active", "done", "dropped", "shipped", "in-progress", "whatever");
const timeframe = oneOf("2026-Q1", "2027-Q1", "2027-Q3", "2028", "now", "later", "Aurora", "2027-13");
const measure = oneOf("2%", "3%", "4 %", "200 ms", "+1%", "soon");
const features = ["FEAT-1", "PRD-1", "FEAT-1", "PRD-1", "FEAT-2", "PRD-2", "PRD-1#wallet"];
/** Fields, and what mostly stands in them. */
const meant: Readonly<Record<string, readonly string[]>> = {
  goals: ["GOAL-1"],
  goal: ["GOAL-1"],
  kpis: ["KPI-1"],
  metrics: ["KPI-1"],
  guardrails: ["KPI-1"],
  parent: [...features, "GOAL-1"],
  features,
  "depends-on": features,
  requires: features,
  insights: ["INS-1"],
  vision: ["VIS-1"],
  audience: ["AUD-1"],
  supersedes: ["DEC-1"],
  verifies: ["FR-1"],
};
const linkField = oneOf(...Object.keys(meant), "goals", "kpis", "features", "depends-on", "depends-on");
const linkTo = (field: string) =>
  fc.oneof({ weight: 4, arbitrary: oneOf(...meant[field]!) }, { weight: 1, arbitrary: target });

/** A mapping in a list of links. */
const nested: fc.Arbitrary<string> = fc
  .record({
    head: fc.oneof(
      oneOf(...titles).map((title) => `title: ${title}`),
      target.map((name) => `id: ${name}`),
      fc.tuple(oneOf(...ids), oneOf(...titles)).map(([id, title]) => `id: ${id}, title: ${title}`),
    ),
    rest: fc.array(
      fc.oneof(
        timeframe.map((value) => `timeframe: ${value}`),
        status.map((value) => `status: ${value}`),
        measure.map((value) => `target: ${value}`),
        oneOf(...ids).map((value) => `goals: ${value}`),
        oneOf(...ids).map((value) => `kpis: [${value}]`),
        oneOf(...titles).map((value) => `features: [{ title: ${value} }]`),
      ),
      { maxLength: 2 },
    ),
  })
  .map(({ head, rest }) => `{ ${[head, ...rest].join(", ")} }`);

/** A field in the block at the top, with all its lines. */
export const fieldLine = fc.oneof(
  { weight: 2, arbitrary: oneOf("ana", "bo, ana", "tbd", "n/a: nobody").map((value) => `owner: ${value}`) },
  { weight: 3, arbitrary: status.map((value) => `status: ${value}`) },
  { weight: 3, arbitrary: timeframe.map((value) => `timeframe: ${value}`) },
  { weight: 6, arbitrary: linkField.chain((field) => linkTo(field).map((name) => `${field}: ${name}`)) },
  {
    weight: 3,
    arbitrary: linkField.chain((field) =>
      fc
        .array(fc.oneof(linkTo(field), nested), { maxLength: 3 })
        .map((list) => `${field}:${list.map((entry) => `\n  - ${entry}`).join("")}`),
    ),
  },
  {
    weight: 1,
    arbitrary: oneOf("aliases: old-1", "aliases: [FEAT-2, old-1]", "title: Wallet", "team: pay", "tagz: x"),
  },
  { weight: 1, arbitrary: fc.tuple(oneOf("baseline", "target", "current"), measure).map(([a, b]) => `${a}: ${b}`) },
  {
    weight: 1,
    arbitrary: oneOf("direction: up", "direction: down", "measurements:\n  - { date: 2026-01-01, value: 2% }"),
  },
  {
    weight: 1,
    arbitrary: oneOf("# throughline-disable-line overdue: x", "st", "status:", "- ", "a: b: c", "[GOAL-1, "),
  },
);

const prefixes = { prd: "PRD", feature: "FEAT", goal: "GOAL", kpi: "KPI", vision: "VIS", insight: "INS", epic: "FEAT" };

type Kind = keyof typeof prefixes;
const usual: readonly Kind[] = ["prd", "feature", "goal", "kpi"];

/** Most have an id of their kind, so that they are documents and get linked to. */
const typed = fc.oneof(
  {
    weight: 7,
    arbitrary: fc
      .tuple(fc.constantFrom(...(Object.keys(prefixes) as Kind[]), ...usual, ...usual), fc.constantFrom(1, 1, 1, 2))
      .map(([kind, n]) => [`type: ${kind}`, `id: ${prefixes[kind]}-${n}`]),
  },
  { weight: 1, arbitrary: oneOf("prd", "kpi", "feature", "prdd").map((kind) => [`type: ${kind}`]) },
  { weight: 1, arbitrary: oneOf(...ids).map((id) => [`id: ${id}`]) },
);

const top = fc
  .record({ typed, fields: fc.array(fieldLine, { maxLength: 6 }) })
  .map((parts) => ["---", ...parts.typed, ...parts.fields, "---"].join("\n"));

/** A piece of a body. */
export const paragraph = fc.oneof(
  { weight: 2, arbitrary: oneOf(...titles).map((title) => `# ${title}`) },
  { weight: 2, arbitrary: oneOf(...titles).map((title) => `## ${title}`) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(oneOf("##", "###"), oneOf(...ids, "FR-1"), oneOf(...titles), fc.array(fieldLine, { maxLength: 2 }))
      .map(([hashes, id, title, fields]) => `${hashes} ${id}: ${title}\n\n${fields.map((f) => `- ${f}`).join("\n")}`),
  },
  { weight: 2, arbitrary: target.map((name) => `See ${name} and [[${name}]].`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(oneOf(...paths), oneOf("", "#growth", "#wallet"))
      .map(([path, anchor]) => `A [link](${path}${anchor}) to it.`),
  },
  {
    weight: 2,
    arbitrary: oneOf(
      "- **FR-1:** It pays.",
      "- [ ] FR-2 It tells.",
      "- [x] FR-1 It pays.",
      "| ID | Requirement |\n|---|---|\n| FR-1 | It pays |\n| FR-2 | It tells |",
      "| FR | Test |\n|---|---|\n| FR-1 | yes |",
      "- FR-1: tested",
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(oneOf("Conversion", "KPI-1: Conversion", "KPI-1"), measure)
      .map(([metric, value]) => `| Metric | Target |\n|---|---|\n| ${metric} | ${value} |`),
  },
  {
    weight: 1,
    arbitrary: oneOf(
      "<!-- throughline-disable-next-line unknown-reference: x -->",
      "TBD",
      "```\nGOAL-1\n```",
      "Status: done",
      "[x](#growth)",
    ),
  },
);

/** A whole document, most of them specs. */
export const specText: fc.Arbitrary<string> = fc
  .record({ top: fc.option(top, { freq: 9 }), body: fc.array(paragraph, { maxLength: 4 }) })
  .map((parts) => `${parts.top === null ? "" : `${parts.top}\n`}${parts.body.join("\n\n")}\n`);

/** Something that is put in the place of a piece of a text: a line, a word, or nothing. */
export const patch: fc.Arbitrary<string> = fc.oneof(
  fc.constant(""),
  fieldLine.map((line) => `${line}\n`),
  paragraph.map((lines) => `\n\n${lines}\n\n`),
  target,
  oneOf("\n", "---\n", ":", " ", "x", "|", "- ", "#"),
);

export const configText: fc.Arbitrary<string> = fc
  .array(
    oneOf(
      "files: [specs/**]",
      "ignore: [b.md]",
      "people: [ana]",
      "calendar: { releases: { Aurora: 2027-03-15 } }",
      "strict: true",
      "kinds: { note: { extends: feature, match: ['notes/*.md'] } }",
      "kinds: { feature: { prefix: { replace: [F] } } }",
      "rules: { missing-kpi: error, unused-kpi: off }",
      "overrides: [{ files: ['specs/**'], rules: { overdue: off } }]",
      "broken: [",
    ),
    { maxLength: 3 },
  )
  .map((lines) => `${lines.join("\n")}\n`);
