import assert from "node:assert/strict";
import type { Engine } from "../../../server/src/rules/engine.ts";
import type { Change } from "../../../server/src/workspace/change.ts";
import { engineOver, root } from "../../check.ts";

function rulesIn(engine: Engine, path: string, rule: string): readonly string[] {
  return engine
    .problems(`${root}/${path}`)
    .filter((problem) => problem.rule === rule)
    .map(({ message }) => String(message));
}

function write(engine: Engine, path: string, text: string): ReadonlySet<string> {
  return engine.apply([{ type: "disk", uri: `${root}/${path}`, text }]).changed;
}

describe("looking again at", () => {
  it("a link to a requirement's number in a field for documents, which is never looked for in a parent's parent", () => {
    const engine = engineOver("---\ntype: prd\nid: PRD-1\ngoals: FR-1\nparent: FR-1\n---\n");
    assert.equal(rulesIn(engine, "main.md", "unknown-requirement").length, 2);
  });

  it("requirements of two documents with one name", () => {
    const engine = engineOver(`
      //- a/prd.md
      ---
      type: prd
      ---
      - **FR-1:** The first document's.
      //- b/prd.md
      ---
      type: prd
      ---
      - **FR-1:** The second document's.

      See FR-1.
    `);
    const { query } = engine.workspace.projects()[0]!;
    const from = query.file("b/prd.md")!;
    const resolution = query.resolve(from, { type: "name", name: "FR-1" });
    assert.equal(resolution.type === "item" && resolution.found.file.path, "b/prd.md");
  });

  it("what an item in another file inherits", () => {
    const engine = engineOver(`
      //- pay.md
      ---
      type: feature
      id: FEAT-1
      status: active
      timeframe: 2027-Q1
      depends-on: FEAT-2
      ---
      //- wallet.md
      ---
      type: prd
      id: PRD-1
      status: active
      timeframe: 2027-Q3
      ---
      ## FEAT-2: Wallet

      Status: active
    `);
    assert.equal(rulesIn(engine, "pay.md", "depends-on-later").length, 1);
    const text =
      "---\ntype: prd\nid: PRD-1\nstatus: active\ntimeframe: 2026-Q4\n---\n## FEAT-2: Wallet\n\nStatus: active\n";
    assert.ok(write(engine, "wallet.md", text).has(`${root}/pay.md`));
    assert.deepEqual(rulesIn(engine, "pay.md", "depends-on-later"), []);
  });

  it("a part that is added to a document elsewhere and inherits its goal", () => {
    const engine = engineOver(`
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      status: active
      kpis: n/a
      ---
      //- pay.md
      ---
      type: prd
      id: PRD-1
      status: draft
      goals: GOAL-1
      ---
    `);
    assert.equal(rulesIn(engine, "goal.md", "idle-goal").length, 1);
    write(
      engine,
      "pay.md",
      "---\ntype: prd\nid: PRD-1\nstatus: draft\ngoals: GOAL-1\n---\n## FEAT-1: Pay\n\nStatus: active\n",
    );
    assert.deepEqual(rulesIn(engine, "goal.md", "idle-goal"), []);
  });

  it("links to files that are no documents, and to folders", () => {
    const engine = engineOver(`
      //- throughline.yaml
      files: [specs/**]
      //- specs/a.md
      ---
      type: prd
      ---
      See [notes](../notes.md), [a picture](x.png) and [a folder](../old).
    `);
    const broken = (): number => rulesIn(engine, "specs/a.md", "broken-link").length;
    assert.equal(broken(), 3);
    write(engine, "notes.md", "Notes.\n");
    assert.equal(broken(), 2, "a file that no glob takes in is there");
    engine.apply([{ type: "others", uris: [`${root}/specs/x.png`], complete: true }]);
    assert.equal(broken(), 1, "a picture is there");
    write(engine, "old/b.md", "Old.\n");
    assert.equal(broken(), 0, "a folder is there as long as something is in it");
    engine.apply([{ type: "delete", uri: `${root}/old/b.md` }]);
    assert.equal(broken(), 1);
  });

  it("the names along a ring of dependencies", () => {
    const engine = engineOver(`
      //- a.md
      ---
      type: feature
      id: FEAT-1
      title: Pay
      depends-on: FEAT-2
      ---
      //- b.md
      ---
      type: feature
      id: FEAT-2
      title: Wallet
      depends-on: FEAT-1
      ---
    `);
    assert.match(rulesIn(engine, "a.md", "dependency-cycle")[0]!, /Wallet/);
    write(engine, "b.md", "---\ntype: feature\nid: FEAT-2\ntitle: Purse\ndepends-on: FEAT-1\n---\n");
    assert.match(rulesIn(engine, "a.md", "dependency-cycle")[0]!, /Purse/);
  });

  it("files that move into a project of their own, until nothing is due", () => {
    const engine = engineOver(`
      //- a.md
      ---
      type: prd
      id: PRD-1
      ---
      //- inner/b.md
      ---
      type: prd
      id: PRD-1
      ---
    `);
    const duplicates = (): number =>
      ["a.md", "inner/b.md"].flatMap((path) => rulesIn(engine, path, "duplicate-id")).length;
    assert.equal(duplicates(), 2);
    const text = "---\ntype: prd\nid: PRD-1\n---\n";
    const { wanted } = engine.apply([{ type: "disk", uri: `${root}/inner/throughline.yaml`, text: "strict: true\n" }]);
    assert.deepEqual(wanted, [`${root}/inner/b.md`]);
    write(engine, "inner/b.md", text);
    assert.equal(duplicates(), 0, "a nested project is invisible to the outer one");
    assert.deepEqual(engine.unchecked(), []);
    engine.apply([{ type: "delete", uri: `${root}/inner/throughline.yaml` }]);
    write(engine, "inner/b.md", text);
    assert.equal(duplicates(), 2);
    assert.deepEqual(engine.unchecked(), []);
  });

  it("an id in two files when one of them is deleted, or takes another id", () => {
    const engine = engineOver(`
      //- a.md
      ---
      type: prd
      id: PRD-1
      ---
      //- b.md
      ---
      type: prd
      id: PRD-1
      ---
    `);
    assert.equal(rulesIn(engine, "a.md", "duplicate-id").length, 1);
    write(engine, "b.md", "---\ntype: prd\nid: PRD-2\n---\n");
    assert.deepEqual(rulesIn(engine, "a.md", "duplicate-id"), []);
    write(engine, "b.md", "---\ntype: prd\nid: PRD-1\n---\n");
    assert.equal(rulesIn(engine, "a.md", "duplicate-id").length, 1);
    engine.apply([{ type: "delete", uri: `${root}/b.md` }]);
    assert.deepEqual(rulesIn(engine, "a.md", "duplicate-id"), []);
  });

  it("findings that point at a place in a file which has moved there", () => {
    const engine = engineOver(`
      //- a.md
      ---
      type: prd
      id: PRD-1
      ---
      //- b.md
      ---
      type: prd
      id: PRD-1
      ---
    `);
    engine.problems(`${root}/a.md`);
    assert.ok(write(engine, "b.md", "---\n# first\ntype: prd\nid: PRD-1\n---\n").has(`${root}/a.md`));
    const [problem] = engine.problems(`${root}/a.md`).filter(({ rule }) => rule === "duplicate-id");
    assert.equal(problem?.related[0]?.range.start.line, 3);
  });

  it("a folder that is taken out of the window, with all that was known of it", () => {
    const engine = engineOver("---\ntype: prd\nid: PRD-1\ngoals: GOAL-9\n---\n");
    const [one, two] = ["file:///one", "file:///two"];
    engine.apply([
      { type: "roots", uris: [one, two] },
      ...[one, two].flatMap((folder): Change[] => [
        { type: "disk", uri: `${folder}/throughline.yaml`, text: "people: [ana]\n" },
        { type: "disk", uri: `${folder}/a/throughline.yaml`, text: "people: [ana]\n" },
        { type: "disk", uri: `${folder}/prd.md`, text: "---\ntype: prd\ngoals: GOAL-9\n---\n" },
        { type: "disk", uri: `${folder}/a/prd.md`, text: "---\ntype: prd\ngoals: GOAL-9\n---\n" },
      ]),
    ]);
    assert.equal(engine.workspace.projects().length, 4);
    engine.apply([{ type: "roots", uris: [two] }]);
    const { workspace } = engine;
    assert.deepEqual([...workspace.files()], [`${two}/prd.md`, `${two}/a/prd.md`]);
    assert.deepEqual(
      workspace.projects().map((project) => project.root),
      [two, `${two}/a`],
    );
    assert.ok(engine.reportable().every((uri) => uri.startsWith(two)));
    assert.deepEqual(engine.problems(`${one}/prd.md`), []);
    assert.equal(workspace.configFile(`${one}/throughline.yaml`), undefined);
    assert.ok(engine.problems(`${two}/prd.md`).length > 0);
  });

  it("a configuration that lies under another name", () => {
    const engine = engineOver("---\ntype: prd\n---\n");
    const plan = `${root}/plan.yaml`;
    assert.ok(engine.apply([{ type: "configFile", path: "plan.yaml" }]).wanted.includes(plan));
    engine.apply([{ type: "disk", uri: plan, text: "filez: [a]\n" }]);
    assert.deepEqual(
      engine
        .problems(plan)
        .map(({ rule }) => rule)
        .filter((rule) => rule === "config-unknown-key"),
      ["config-unknown-key"],
    );
    engine.apply([{ type: "configFile", path: "throughline.yaml" }]);
    assert.deepEqual(engine.problems(plan), []);
    assert.equal(engine.workspace.projects()[0]?.config.present, false);
  });
});
