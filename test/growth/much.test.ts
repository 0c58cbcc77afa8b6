import { Engine } from "../../server/src/rules/engine.ts";
import type { Change } from "../../server/src/workspace/change.ts";
import { ask } from "../check-places.ts";
import { featureState } from "../feature-state.ts";
import { checkGrowth } from "./check-growth.ts";

const root = "file:///w";
const head = "---\ntype: prd\nid: PRD-1\ntitle: Checkout\n";
const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("");

/** Documents in which there is very much of one thing, by what there is much of. */
const much: Readonly<Record<string, (count: number) => string>> = {
  "links in a list that lead nowhere": (n) => `${head}goals: [${lines(n, (at) => `GOAL-${at}, `)}]\n---\n`,
  "links in a list that all lead to one place": (n) => `${head}depends-on: [${lines(n, () => "b.md, ")}]\n---\n`,
  "commas with nothing between them": (n) => `${head}tags: ${",".repeat(1000 * n)}\n---\n`,
  "ids on one line": (n) => `${head}---\n${lines(n, (at) => `KPI-${at} `)}\n`,
  "fields that nobody knows": (n) => `${head}${lines(n, (at) => `field-${at}: x\n`)}---\n`,
  "fields with one name": (n) => `${head}${lines(n, () => "ownr: x\n")}---\n`,
  "values that repeat another, far from it": (n) =>
    `${head}${lines(10 * n, () => `# ${"-".repeat(200)}\n`)}y:\n${lines(10 * n, () => "  - *n\n")}z: &n y\n---\n`,
  "conflicts that a merge left": (n) =>
    `${head}${lines(10 * n, (at) => `<<<<<<< a\nx${at}: 1\n=======\nx${at}: 2\n>>>>>>> b\n`)}---\n`,
  "lines that are no YAML": (n) => `${head}${lines(n, () => "x: y: z\n")}---\n`,
  "items of one title": (n) => `${head}features:\n${lines(n, () => "  - title: Wallet\n")}---\n`,
  "items of one id": (n) => `${head}---\n${lines(n, () => "## FEAT-1: Wallet\n\n")}`,
  "items that wait for each other": (n) =>
    `${head}---\n${lines(n, (at) => `## FEAT-${at}: x\n\n- depends-on: FEAT-${(at + 1) % n}\n\n`)}`,
  "items that link to ids one digit off": (n) =>
    `${head}---\n${lines(n, (at) => `## FEAT-${at}: x\n\n- goals: GOAL-${at}\n\n`)}`,
  requirements: (n) => `${head}---\n${lines(n, (at) => `- **FR-${at}:** It pays.\n`)}`,
  "requirements of one number": (n) => `${head}---\n${lines(n, () => "- **FR-1:** It pays.\n")}`,
  "headings of one name": (n) => `${head}---\n${lines(n, () => "## Why\n\n")}`,
  "links to headings that are not there": (n) =>
    `${head}---\n${lines(n, (at) => `## Part ${at}\n\n[x](#prat-${at})\n\n`)}`,
  "comments that silence": (n) =>
    `${head}---\n${lines(n, () => "<!-- throughline-disable-next-line overdue: x -->\n")}`,
  "findings that are silenced": (n) =>
    `${head}---\n${lines(n, () => "<!-- throughline-disable-next-line placeholder-left: x -->\nTBD\n\n")}`,
  placeholders: (n) => `${head}---\n${lines(n, () => "TBD and {{x}}\n\n")}`,
  metrics: (n) => `${head}---\n| Metric | Target |\n|---|---|\n${lines(n, (at) => `| Rate ${at} | ${at}% |\n`)}`,
  measurements: (n) =>
    `---\ntype: kpi\nid: KPI-1\nmeasurements:\n${lines(n, (at) => `  - { date: 2026-01-01, value: ${at} }\n`)}---\n`,
  people: (n) => `${head}owner: ${lines(n, (at) => `ana${at}, `)}\n---\n`,
};

describe("a document with very much of one thing", function () {
  this.timeout(60_000);
  for (const [what, text] of Object.entries(much)) {
    it(`takes time as it grows, and no more: ${what}`, () => {
      checkGrowth(300, (count) => {
        const written = text(count);
        return () => checked([{ type: "disk", uri: `${root}/a.md`, text: written }]);
      });
    });
  }
});

describe("a document with very much to mend", function () {
  this.timeout(60_000);
  const wrong: Readonly<Record<string, (at: number, count: number) => string>> = {
    "dead links": (at, count) => `- [ ] **FR-${at}:** See FR-${at + count} and [x](gone-${at}.md).\n`,
    "requirements of one number": (at) => `- [ ] **FR-1:** It pays in the ${at}th way.\n`,
  };
  const asks = Object.entries(wrong).flatMap((one) =>
    [["quickfix"], ["source.fixAll.throughline"]].map((only) => [...one, only] as const),
  );
  for (const [what, line, only] of asks) {
    it(`takes time as it grows, and no more, to say what mends ${what}: ${only}`, () => {
      checkGrowth(250, (count) => {
        const text = lines(count, (at) => line(at, count));
        const asked = featureState(`//- a.md\n${head}---\n# Pay$0\n\n${text}`);
        const range = { start: { line: 0, character: 0 }, end: { line: count + 9, character: 0 } };
        return () => ask("textDocument/codeAction", asked, { range, context: { diagnostics: [], only } });
      });
    });
  }
});

/** Projects with very many of one thing. */
const many: Readonly<Record<string, (count: number) => readonly Change[]>> = {
  "documents that all link to one": (n) =>
    documents(n, (at) => (at === 0 ? "type: goal\nid: GOAL-1\n" : `type: prd\nid: PRD-${at}\ngoals: GOAL-1\n`)),
  "documents with a dead link each": (n) => documents(n, (at) => `type: prd\nid: PRD-${at}\ngoals: wallet-${at}\n`),
  "documents that wait for the next": (n) =>
    documents(n, (at) => `type: prd\nid: PRD-${at}\ndepends-on: PRD-${at + 1}\ntimeframe: 2027\n`),
  "documents below each other": (n) =>
    documents(n, (at) => `type: feature\nid: FEAT-${at}\nparent: FEAT-${at + 1}\nstatus: active\n`),
  "documents with one id": (n) => documents(n, () => "type: prd\nid: PRD-1\ndepends-on: PRD-1\n"),
  "documents with one name": (n) =>
    documents(
      n,
      (at) => `type: prd\ndepends-on: x\ntitle: ${at}\n`,
      "",
      (at) => `${at}/x`,
    ),
  "documents with one heading": (n) => documents(n, (at) => `type: prd\nid: PRD-${at}\n`, "## FEAT-1: Wallet\n"),
  "documents on one ring": (n) => documents(n, (at) => `type: prd\nid: PRD-${at}\ndepends-on: PRD-${(at + 1) % n}\n`),
  "documents with requirements of one number": (n) =>
    documents(n, () => "type: prd\n", "- **FR-1:** It pays. See FR-2.\n"),
};

describe("a project with very many of one thing", function () {
  this.timeout(60_000);
  for (const [what, changes] of Object.entries(many)) {
    it(`takes time as it grows, and no more: ${what}`, () => {
      checkGrowth(80, (count) => {
        const prepared = changes(count);
        return () => checked(prepared);
      });
    });
  }
});

/** Configurations that say very much of one thing, over the same documents. */
const configured: Readonly<Record<string, (count: number) => string>> = {
  people: (n) => `people: [${lines(n, (at) => `{ handle: ana${at}, name: Ana ${at} }, `)}]\n`,
  releases: (n) => `calendar:\n  releases:\n${lines(n, (at) => `    R${at}: 2027-03-15\n`)}`,
  "patterns of files": (n) => `files: ["*.md", ${lines(n, (at) => `"a/**/b*/**/c${at}*.md", `)}]\n`,
  "patterns of files to leave out": (n) => `ignore: [${lines(n, (at) => `"**/d*/**/*${at}*/**/x.md", `)}]\n`,
  "choices in one pattern": (n) => `files: ["*.md", "{${lines(n, (at) => `a${at}*b*,`)}z}/*.md"]\n`,
  kinds: (n) =>
    `kinds:\n${lines(n, (at) => `  kind-${at}: { extends: feature, prefix: [K${at}X], match: ["k${at}/*.md"] }\n`)}`,
  "other names of a field": (n) =>
    `kinds:\n  feature:\n    fields: { owner: { aliases: [${lines(n, (at) => `boss${at}, `)}] } }\n`,
  "words for a status": (n) => `kinds:\n  feature:\n    status: { ${lines(n, (at) => `word${at}: active, `)} }\n`,
  "rules of the team": (n) =>
    `rules:\n${lines(n, (at) => `  rule-${at}: { kind: prd, require: { stage: x${at} }, message: "No." }\n`)}`,
  overrides: (n) => `overrides:\n${lines(n, (at) => `  - { files: ["x${at}/**"], rules: { overdue: off } }\n`)}`,
};

describe("a configuration with very much of one thing", function () {
  this.timeout(60_000);
  const prds = documents(
    40,
    (at) => `type: prd\nid: PRD-${at}\nowner: ana1\ntimeframe: R1\nstatus: word1\ngoals: GOAL-${at}\n`,
  );
  for (const [what, text] of Object.entries(configured)) {
    it(`takes time as it grows, and no more: ${what}`, () => {
      checkGrowth(1_000, (count) => {
        const written = text(count);
        return () => checked([{ type: "disk", uri: `${root}/throughline.yaml`, text: written }, ...prds]);
      });
    });
  }
});

function documents(
  count: number,
  top: (at: number) => string,
  body = "",
  name = (at: number) => `d${at}`,
): readonly Change[] {
  return Array.from({ length: count }, (_, at): Change => {
    return { type: "disk", uri: `${root}/${name(at)}.md`, text: `---\n${top(at)}---\n${body}` };
  });
}

function checked(changes: readonly Change[]): number {
  const engine = new Engine({ today: "2026-11-22" });
  engine.apply([
    { type: "roots", uris: [root] },
    { type: "disk", uri: `${root}/b.md`, text: "---\ntype: prd\n---\n" },
    ...changes,
  ]);
  return engine.reportable().reduce((sum, uri) => sum + engine.problems(uri).length, 0);
}
