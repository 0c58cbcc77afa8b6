import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

describe("the command line, which keeps what it has read", () => {
  let folder = "";
  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), "kept-"));
    fs.mkdirSync(join(folder, "plan"));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  const caches = () => join(folder, "caches");
  const kept = () => (fs.existsSync(caches()) ? fs.readdirSync(join(caches(), "throughline")) : []);

  function check(...flags: readonly string[]): string {
    const cli = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));
    const args = [cli, "check", "--format", "json", "--today", "2026-11-22", ...flags];
    const env = { ...process.env, XDG_CACHE_HOME: caches() };
    return spawnSync(process.execPath, args, { cwd: join(folder, "plan"), env, encoding: "utf8" }).stdout;
  }

  it("says the same with it, without it, and after whatever has changed", () => {
    const put = (name: string, text: string) => fs.writeFileSync(join(folder, "plan", name), text);
    put("a.md", one("A"));
    put("b.md", one("B"));
    const steps: readonly (() => void)[] = [
      () => {},
      () => {},
      () => put("b.md", one("B").replace("PRD-1", "PRD-2")),
      () => put("c.md", "---\ntype: goal\nid: GOAL-1\n---\n"),
      () => put("throughline.yaml", "kinds: { goal: { prefix: [OBJ] } }\nfiles: ['*.md']\n"),
      () => put("throughline.yaml", "rules: { missing-kpi: error }\n"),
      () => fs.rmSync(join(folder, "plan", "a.md")),
      () => fs.rmSync(join(folder, "plan", "throughline.yaml")),
      () => fs.rmSync(caches(), { recursive: true }),
    ];
    for (const [index, step] of steps.entries()) {
      step();
      const said = check();
      assert.match(said, /"problems"/);
      assert.equal(said, check("--no-cache"), `step ${index}`);
      assert.equal(said, check(), `step ${index}, again`);
      // What is read once is kept the second time.
      assert.equal(said, check(), `step ${index}, a third time`);
    }
  });

  it("says in one sentence what the machine cannot do", () => {
    const cli = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));
    fs.writeFileSync(join(folder, "plan", "a.md"), one("A"));
    const said = (shell: string): string => {
      const { status, stderr } = spawnSync("sh", ["-c", shell, process.execPath, cli], {
        cwd: join(folder, "plan"),
        encoding: "utf8",
      });
      return `${status} ${stderr}`;
    };
    assert.match(said('"$0" "$1" check --no-cache --output ..'), /^2 throughline: That could not be done: EISDIR.*\n$/);
    assert.equal(said('"$0" "$1" check --root a.md'), "2 throughline: There is no folder a.md.\n");
    assert.equal(
      said('mkdir gone; cd gone; rmdir ../gone; "$0" "$1" check'),
      "2 throughline: The folder in which you stand is gone. Go to one that is there.\n",
    );
  });

  it("writes nothing through a link that leads out of the folder, and says which one", () => {
    const cli = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));
    const report = "<!-- throughline: kpis -->\n<!-- /throughline -->\n";
    const shared = `---\ntype: goal\nid: GOAL-1\n---\nPRD-1\n\n${report}`;
    fs.mkdirSync(join(folder, "shared"));
    fs.writeFileSync(join(folder, "shared", "goal.md"), shared);
    fs.symlinkSync("../shared", join(folder, "plan", "goals"));
    fs.writeFileSync(join(folder, "plan", "a.md"), `${one("A")}\n${report}`);
    fs.symlinkSync("plan", join(folder, "door"));
    const said = (at: string, ...args: readonly string[]): string => {
      const ran = spawnSync(process.execPath, [cli, ...args, "--no-cache"], {
        cwd: join(folder, at),
        encoding: "utf8",
      });
      return `${ran.status} ${ran.stderr}`;
    };
    const refusal =
      "2 throughline: goals/goal.md lies outside of this folder, at ../shared/goal.md, where a link leads: nothing was " +
      "written. --root may name a folder that holds both.\n";
    assert.equal(said("plan", "rename", "PRD-1", "PRD-2"), refusal);
    assert.equal(said("plan", "rename", "PRD-1", "PRD-2", "--dry-run"), refusal);
    assert.equal(said("plan", "rename", "GOAL-1", "GOAL-2"), refusal);
    assert.equal(said("plan", "render"), refusal);
    assert.match(
      said("plan", "new", "goal", "Growth"),
      /^2 .*, at \.\.\/shared\/growth\.md, .* --dir says where it goes/,
    );
    assert.equal(said("plan", "render", "--check"), "1 ");
    assert.deepEqual(fs.readdirSync(join(folder, "shared")), ["goal.md"]);
    assert.equal(fs.readFileSync(join(folder, "shared", "goal.md"), "utf8"), shared);
    // What is named, or lies in the folder that is named, is written; through whichever door one came in.
    assert.equal(said("plan", "render", "a.md"), "0 ");
    assert.equal(said("door", "render", "a.md"), "0 ");
    assert.equal(said("plan", "new", "goal", "Growth", "--dir", "goals"), "0 ");
    assert.equal(said("plan", "rename", "PRD-1", "PRD-2", "--root", ".."), "0 ");
    assert.match(fs.readFileSync(join(folder, "shared", "goal.md"), "utf8"), /PRD-2/);
    assert.equal(fs.readdirSync(join(folder, "shared")).length, 2);
  });

  it("says the same of a rule that only this run asks for", () => {
    fs.writeFileSync(join(folder, "plan", "a.md"), one("A"));
    check();
    const said = check("--rule", "missing-audience=error");
    assert.match(said, /missing-audience/);
    assert.equal(said, check("--rule", "missing-audience=error", "--no-cache"));
    assert.equal(check(), check("--no-cache"));
  });

  it("keeps two files for a folder, none in the project, and none with --no-cache", () => {
    fs.writeFileSync(join(folder, "plan", "a.md"), one("A"));
    check("--no-cache");
    assert.deepEqual(kept(), []);
    check();
    check();
    assert.deepEqual(
      kept().map((name) => name.replace(/^.*\./, "")),
      ["findings", "readings"],
    );
    assert.deepEqual(fs.readdirSync(join(folder, "plan")), ["a.md"]);
  });
});

function one(title: string): string {
  return `---\ntype: prd\nid: PRD-1\ntitle: ${title}\n---\n# ${title}\n\n- **FR-1:** It pays.\n`;
}
