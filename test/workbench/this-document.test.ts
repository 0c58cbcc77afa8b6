import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../until.ts";
import { answer, chooseTheme, openFile, openMenu, runCommand } from "./actions.ts";
import { lineThatReads, placeCursor } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { clickRow, rowLocator, showContainer, treeRow, treeRows } from "./views.ts";
import { picture, projectRoot } from "./workbench.ts";

const VIEW = "This Document";
const PRD = "prds/faster-checkout.md";

describe("the view of this document", () => {
  const settings = { "files.autoSave": "off", "workbench.editor.enablePreview": false };
  const window = keepWindow({ folder: join(projectRoot, "examples"), extension: projectRoot, settings });
  const labels = async () => (await treeRows(window(), VIEW)).map(({ label }) => label);
  const welcome = () =>
    window()
      .page.locator(".pane", { has: window().page.locator(`.pane-header[aria-label^="${VIEW}"]`) })
      .locator(".welcome-view-content");

  it("shows goals, features, requirements and KPIs of the PRD at hand", async () => {
    await openFile(window(), PRD);
    await showContainer(window(), "Throughline");
    await treeRow(window(), "Roadmap", "Faster checkout");
    // Two views share the sidebar: the one that is tried gets it.
    await window().page.locator('.pane-header[aria-label^="Roadmap"]').click();
    await window().page.locator(`.pane-header[aria-label^="${VIEW}"]`).click();
    for (const label of ["Goals", "Features", "Requirements", "KPIs"]) await treeRow(window(), VIEW, label);
    assert.equal((await treeRow(window(), VIEW, "Requirements")).description, "2 of 7 done");
    await picture(window(), "this-document-dark");
  });

  it("ticks a requirement in the text", async () => {
    const row = rowLocator(
      window(),
      VIEW,
      "FR-5: A known shopper pays from the basket page with one tap and one confirmation by her phone.",
    );
    const isDirty = () => window().page.locator(".tab.dirty", { hasText: "faster-checkout.md" }).isVisible();
    // A row that is just being drawn anew takes no click.
    await until("it is ticked", async () => {
      if (await isDirty()) return true;
      await row.locator(".custom-view-tree-node-item-checkbox").click();
      return until("", isDirty, 3000).catch(() => false);
    });
    await until(
      "three are done",
      async () => (await treeRow(window(), VIEW, "Requirements")).description === "3 of 7 done",
    );
    await runCommand(window(), "File: Save");
    const text = () => readFileSync(join(window().folder, PRD), "utf8");
    await until("the file has it", () => /^- \[x\] \*\*FR-5:\*\*/m.test(text()));
    assert.equal(text().match(/- \[x\]/g)?.length, 3);
  });

  it("jumps to where a row is written", async () => {
    await clickRow(window(), VIEW, "One-tap pay");
    await window()
      .page.locator(".statusbar-item", { hasText: /^Ln 6\d, Col/ })
      .waitFor();
  });

  it("shows what is missing as it is typed away, and asks for it on a click", async () => {
    await placeCursor(window(), 5, 1);
    await window().page.keyboard.press("Control+Shift+K");
    const gap = await treeRow(window(), VIEW, "No owner");
    assert.equal(gap.level, 1);
    await picture(window(), "this-document-gap");
    await clickRow(window(), VIEW, "No owner");
    const box = window().page.locator(".quick-input-widget");
    await box.locator(".quick-input-title", { hasText: "Owner of Faster checkout" }).waitFor();
    await answer(window(), "bo");
    await lineThatReads(window(), "owner: bo");
    await until("nothing is missing", async () => !(await labels()).includes("No owner"));
    await runCommand(window(), "File: Revert File");
  });

  it("has the menu of the roadmap's rows, and the way there", async () => {
    const menu = await openMenu(window(), rowLocator(window(), VIEW, "One-tap pay"));
    for (const entry of ["Reveal in Roadmap", "Set Field…", "Find References"])
      assert.ok(menu.includes(entry), menu.join(", "));
    await window().page.keyboard.press("Escape");
  });

  it("follows to another document, and says so of one that is no spec", async () => {
    await openFile(window(), "goals/finish-paying.md");
    await until("the goal's features", async () => (await labels()).includes("Wallet"));
    writeFileSync(join(window().folder, "notes.md"), "# Notes\n");
    await openFile(window(), "notes.md");
    await welcome().getByText("This document is not tracked").waitFor();
    await picture(window(), "this-document-welcome");
    await runCommand(window(), "View: Close All Editors");
    await welcome().getByText("Open a PRD to see").waitFor();
  });

  it("looks right in the other themes", async () => {
    await openFile(window(), PRD);
    await treeRow(window(), VIEW, "Requirements");
    for (const theme of ["light", "contrast"] as const) {
      await chooseTheme(window(), theme);
      await picture(window(), `this-document-${theme}`);
    }
  });
});
