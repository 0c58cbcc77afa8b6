import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { applyEdits } from "../../../server/src/base/span.ts";
import type { Problem } from "../../../server/src/rules/problem.ts";
import { engineOver, root } from "../../check.ts";
import { mends, surroundings } from "../../fixes.ts";
import { checkText, dedent, parseFixture } from "../../fixture.ts";

/** Rules that are off until a project asks for them. */
const asked =
  "people: ana\nrules:\n  missing-id: warning\n  missing-audience: warning\n  shipped-without-date: warning\n";

function workspace(files: ReadonlyMap<string, string>) {
  const engine = engineOver({ files, expectations: [] } as never);
  const problems = [...files.keys()].flatMap((path) =>
    engine.problems(`${root}/${path}`).map((problem) => ({ path, problem })),
  );
  const actionsFor = (path: string, problem: Problem) => {
    return mends(problem, surroundings(engine, { uri: `${root}/${path}`, text: files.get(path)! }));
  };
  return { problems, actionsFor };
}

/** The titles of the fixes of the one problem of a rule in a file, the preferred one first. */
function titles(rule: string, files: ReadonlyMap<string, string>, path: string): readonly string[] {
  const { problems, actionsFor } = workspace(files);
  const hit = problems.find((one) => one.path === path && one.problem.rule === rule);
  assert.ok(hit !== undefined, `${rule} is reported`);
  return actionsFor(hit.path, hit.problem).map(({ title }) => String(title));
}

/** The documents of the sample product. */
function sample(): ReadonlyMap<string, string> {
  const folder = new URL("../../../examples/", import.meta.url);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\.(md|yaml)$/.test(path));
  return new Map(paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(new URL(path, folder), "utf8")]));
}

/** Applies the preferred fix of the one problem of a rule; answers with the text of its file. */
function fix(rule: string, source: string): string {
  const { files } = parseFixture(source);
  const { problems, actionsFor } = workspace(files);
  const hit = problems.find(({ problem }) => problem.rule === rule);
  assert.ok(hit !== undefined, `${rule} is reported`);
  const [action] = actionsFor(hit.path, hit.problem);
  assert.ok(action !== undefined, "there is a fix");
  return applyEdits(files.get(hit.path)!, action.edits);
}

function checkFix(rule: string, source: string, expected: string): void {
  checkText(fix(rule, source), dedent(expected));
}

const growth = `
  //- growth.md
  ---
  type: goal
  id: GOAL-1
  title: Growth
  owner: ana
  kpis:
    - id: KPI-1
      title: Completion
      baseline: 1%
      target: 2%
  ---
  `;

describe("quick fixes", () => {
  it("name the likeliest owner where the key waits, and keep the comment", () =>
    checkFix(
      "missing-owner",
      `
      //- prd.md
      ---
      type: prd
      owner: # who?
      goals: GOAL-1
      ---
      //- growth.md
      ---
      type: goal
      id: GOAL-1
      owner: bo
      ---
      `,
      `
      ---
      type: prd
      owner: bo # who?
      goals: GOAL-1
      ---
      `,
    ));

  it("name who answers for the goal before those who answer for more", () =>
    checkFix(
      "missing-owner",
      `
      //- prd.md
      ---
      type: prd
      goals: GOAL-1
      ---
      //- growth.md
      ---
      type: goal
      id: GOAL-1
      owner: bo
      ---
      //- trust.md
      ---
      type: goal
      id: GOAL-2
      owner: ana
      ---
      //- speed.md
      ---
      type: goal
      id: GOAL-3
      owner: ana
      ---
      `,
      `
      ---
      type: prd
      owner: bo
      goals: GOAL-1
      ---
      `,
    ));

  it("link a KPI of the goal", () =>
    checkFix(
      "missing-kpi",
      `
  //- prd.md
  ---
  type: prd
  id: PRD-1
  goals: GOAL-1
  owner: ana
  ---${growth}`,
      `
      ---
      type: prd
      id: PRD-1
      goals: GOAL-1
      owner: ana
      kpis: KPI-1
      ---
      `,
    ));

  it("write a field below a heading as a line of its list", () =>
    checkFix(
      "missing-goal",
      `
  //- prd.md
  ---
  type: prd
  id: PRD-1
  owner: ana
  goals: n/a
  kpis: n/a
  timeframe: now
  ---
  # A
  ### FEAT-1: Wallet

  - Goals: tbd
  - Owner: ana${growth}//- other.md
  ---
  type: prd
  goals: GOAL-1
  ---
  `,
      `
      ---
      type: prd
      id: PRD-1
      owner: ana
      goals: n/a
      kpis: n/a
      timeframe: now
      ---
      # A
      ### FEAT-1: Wallet

      - Goals: GOAL-1
      - Owner: ana
      `,
    ));

  it("correct a link inside its quotes", () =>
    checkFix(
      "unknown-reference",
      `
  //- prd.md
  ---
  type: prd
  goals: ["GOL-1"] # the first
  ---${growth}`,
      `
      ---
      type: prd
      goals: ["GOAL-1"] # the first
      ---
      `,
    ));

  it("offer the KPI first that the README of the sample names", () => {
    const [first, ...others] = titles("missing-kpi", sample(), "goals/sell-abroad.md");
    assert.equal(first, "Link KPI-8 (Shops that sell in a second country)");
    assert.equal(others[0], "Link KPI-5 (Payments approved)");
  });

  it("move what is overdue, or say that it is done in the project's word", () => {
    assert.deepEqual(titles("overdue", sample(), "features/refunds-from-the-phone.md"), [
      "Move to the next quarter, Q1 2027",
      "Set status to shipped",
    ]);
    const goal = (status: string, n: number) =>
      `---\ntype: goal\nid: GOAL-${n}\nstatus: ${status}\ndue: Q3 2026\n---\n`;
    const goals = ["active", "Reached ", "done", "Done", "Done"].map((status, n): [string, string] => [
      `${n}.md`,
      goal(status, n),
    ]);
    assert.equal(titles("overdue", new Map(goals.slice(0, 1)), "0.md")[1], "Set status to achieved");
    assert.equal(titles("overdue", new Map(goals), "0.md")[1], "Set status to Done");
    assert.match(fix("overdue", `//- 0.md\n${goal("active", 0)}`), /^due: 2027-Q1$/m);
  });

  it("begin a first KPI whose title waits to be filled in", () => {
    const mended = fix(
      "missing-kpi",
      "//- a.md\n---\ntype: goal\nid: GOAL-1\ntitle: Growth\nowner: ana\nstatus: active\n---\n",
    );
    assert.match(mended, /^kpis:\n {2}- title: A KPI for Growth \(TBD\)$/m);
    const rules = workspace(new Map([["a.md", mended]])).problems.map(({ problem }) => problem.rule);
    assert.ok(rules.includes("placeholder-left") && !rules.includes("missing-kpi"), rules.join());
  });

  it("keep Windows line endings", () => {
    const text = "---\r\ntype: prd\r\nid: PRD-1\r\n---\r\n# A\r\n";
    const { problems, actionsFor } = workspace(new Map([["prd.md", text]]));
    const hit = problems.find(({ problem }) => problem.rule === "missing-timeframe")!;
    const mended = applyEdits(text, actionsFor("prd.md", hit.problem)[0]!.edits);
    assert.equal(mended, "---\r\ntype: prd\r\nid: PRD-1\r\ntimeframe: 2027-Q1\r\n---\r\n# A\r\n");
  });

  describe("of every rule that says it can be mended", () => {
    const folder = new URL("../../../docs/rules/", import.meta.url);
    for (const name of readdirSync(folder)) {
      const rule = name.replace(/\.md$/, "");
      const page = readFileSync(new URL(name, folder), "utf8");
      const source = /^## Bad\n+~~~markdown example\n(.*?)^~~~$/ms.exec(page)?.[1];
      if (source === undefined) continue;
      const files = new Map(parseFixture(source).files);
      if (!files.has("throughline.yaml")) files.set("throughline.yaml", asked);
      const { problems, actionsFor } = workspace(files);
      const ours = problems.filter(({ problem }) => problem.rule === rule);
      if (!ours.some(({ problem }) => problem.fixable)) continue;
      it(`${rule}: the preferred fix makes it go, and nothing worse comes`, () => {
        for (const { path, problem } of ours) {
          if (!problem.fixable) continue;
          const [action] = actionsFor(path, problem);
          assert.ok(action !== undefined, "there is a fix");
          const mended = new Map(files).set(path, applyEdits(files.get(path)!, action.edits));
          const after = workspace(mended).problems;
          const count = (list: typeof after, of: (problem: Problem) => boolean) =>
            list.filter((hit) => of(hit.problem)).length;
          assert.ok(
            count(after, (hit) => hit.rule === rule) < count(problems, (hit) => hit.rule === rule),
            `still reported in\n${mended.get(path)}`,
          );
          assert.ok(count(after, (hit) => hit.level === "error") <= count(problems, (hit) => hit.level === "error"));
        }
      });
    }
  });
});
