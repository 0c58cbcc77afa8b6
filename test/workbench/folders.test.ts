import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { until } from "../until.ts";
import { answer, pick, runCommand } from "./actions.ts";
import { rowLocator, showContainer, treeRow, treeRows } from "./views.ts";
import { openWorkbench, picture, projectRoot, type Workbench } from "./workbench.ts";

const goal = "---\ntype: goal\nid: GOAL-1\ntitle: Guests come back\nowner: ana\nstatus: draft\nkpis: n/a\n---\n";

describe("a window with two folders", () => {
  const folder = join(mkdtempSync(join(tmpdir(), "two-")), "hotel");
  let workbench: Workbench;
  const row = () => rowLocator(workbench, "Roadmap", "Guests come back");

  before(async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "goal.md"), goal);
    writeFileSync(join(folder, "plan.yaml"), "people: [ana, bo]\n");
    const settings = { "workbench.editor.enablePreview": false };
    workbench = await openWorkbench({
      ...{ folder: join(projectRoot, "examples"), others: [folder], extension: projectRoot, settings },
    });
  });
  after(async () => {
    await workbench?.close();
    rmSync(dirname(folder), { recursive: true, force: true });
  });

  it("shows the plan of each below its name", async () => {
    await showContainer(workbench, "Throughline");
    await treeRow(workbench, "Roadmap", "hotel");
    await treeRow(workbench, "Roadmap", "Guests come back");
    const tops = (await treeRows(workbench, "Roadmap")).filter(({ level }) => level === 1).map(({ label }) => label);
    assert.deepEqual(tops, ["examples", "hotel"]);
    await picture(workbench, "two-folders");
  });

  it("changes the item that is meant where both have its id", async () => {
    await row().scrollIntoViewIfNeeded();
    await row().hover();
    await row().locator('[aria-label^="Set Field"]').click();
    await workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: "Status" }).first().waitFor();
    await answer(workbench, "Status");
    await workbench.page.locator(".quick-input-title", { hasText: "Status of Guests come back" }).waitFor();
    await answer(workbench, "planned");
    const path = join(dirname(workbench.folder), "hotel", "goal.md");
    await until("the file has it", () => readFileSync(path, "utf8").includes("\nstatus: planned\n"));
  });

  it("forgets a folder that is taken out", async () => {
    await runCommand(workbench, "Workspaces: Remove Folder from Workspace");
    await pick(workbench, "hotel");
    await until("one plan is left, without a heading", async () => {
      const labels = (await treeRows(workbench, "Roadmap")).map(({ label }) => label);
      return labels.length > 0 && !labels.includes("Guests come back") && !labels.includes("examples");
    });
  });
});
