import assert from "node:assert/strict";
import { join } from "node:path";
import { until } from "../until.ts";
import { answer, chooseFromMenu, openFile, openMenu, pick, runCommand } from "./actions.ts";
import { placeCursor } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { theServer } from "./servers.ts";
import { clickRow, expand, rowLocator, showContainer, treeRow, treeRows } from "./views.ts";
import { projectRoot } from "./workbench.ts";

const GOAL = "Shoppers who start to pay, finish";
const OTHER_GOAL = "Selling abroad is a switch, not a project";
const PRD = "Faster checkout";
const OTHER_PRD = "Back for a second purchase";

describe("the roadmap in the sidebar", () => {
  const window = keepWindow({ folder: join(projectRoot, "examples"), extension: projectRoot });
  const labels = async () => (await treeRows(window(), "Roadmap")).map(({ label }) => label);

  async function groupBy(grouping: string): Promise<void> {
    await runCommand(window(), "Throughline: Group By…");
    await pick(window(), grouping);
  }

  it("shows goals, and under them what serves them", async () => {
    await showContainer(window(), "Throughline");
    const goal = await treeRow(window(), "Roadmap", GOAL);
    await expand(window(), "Roadmap", GOAL);
    const prd = await treeRow(window(), "Roadmap", PRD);
    assert.equal(prd.level, goal.level + 1);
  });

  it("says when it lands and who answers for it, to the eye and to a screen reader", async () => {
    const { description, spoken } = await treeRow(window(), "Roadmap", PRD);
    assert.match(description, /2027.*ana|ana.*2027/);
    assert.match(spoken, /Faster checkout.*(feature|PRD).*ana/is);
  });

  it("opens the place where an item is defined", async () => {
    await expand(window(), "Roadmap", PRD);
    await clickRow(window(), "Roadmap", "One-tap pay");
    await window().page.locator('.tab.active[aria-label^="faster-checkout.md"]').waitFor();
    await window()
      .page.locator(".editor-group-container.active .view-line", { hasText: "One-tap pay" })
      .first()
      .waitFor();
  });

  it("has a menu on each item", async () => {
    const menu = await openMenu(window(), rowLocator(window(), "Roadmap", "One-tap pay"));
    for (const entry of ["Set Field…", "Copy Id"]) assert.ok(menu.includes(entry), menu.join(", "));
    await chooseFromMenu(window(), "Open to the Side");
    await until("a second editor", async () => (await window().page.locator(".editor-group-container").count()) === 2);
    await runCommand(window(), "View: Close Editor");
  });

  it("follows what is typed, before it is saved", async () => {
    await openFile(window(), "prds/faster-checkout.md");
    await placeCursor(window(), 4, 100);
    await window().page.keyboard.type(" for all");
    await treeRow(window(), "Roadmap", `${PRD} for all`);
    await runCommand(window(), "File: Revert File");
    await treeRow(window(), "Roadmap", PRD);
  });

  it("is grouped by time when a person asks for it", async () => {
    await groupBy("Timeline");
    await until("a quarter", async () => (await labels()).some((label) => /Q\d 20\d\d|20\d\d-Q\d/.test(label)));
    await groupBy("Goal");
    await until("no quarter", async () => (await labels()).every((label) => !/^Q\d 20\d\d$/.test(label)));
    await treeRow(window(), "Roadmap", GOAL);
  });

  it("remembers what is open when it is grouped otherwise", async () => {
    // Open since a test above.
    const isOpen = async () => (await treeRow(window(), "Roadmap", PRD)).expanded;
    await until("it is open", isOpen);
    await groupBy("Status");
    await treeRow(window(), "Roadmap", "Committed");
    await groupBy("Goal");
    await until("it is open again", isOpen);
  });

  it("remembers what was opened while it was drawn anew, of which VS Code does not tell", async () => {
    const isOpen = async () => (await treeRow(window(), "Roadmap", OTHER_PRD)).expanded;
    assert.equal(await isOpen(), false);
    const server = theServer();
    process.kill(server, "SIGSTOP");
    await runCommand(window(), "Throughline: Refresh");
    await expand(window(), "Roadmap", OTHER_PRD);
    process.kill(server, "SIGCONT");
    await treeRow(window(), "Roadmap", "Order again in one step");
    await groupBy("Status");
    await treeRow(window(), "Roadmap", "Committed");
    await groupBy("Goal");
    await until("it is open again", isOpen);
  });

  it("opens what a filter leads to, and closes it again after", async () => {
    const CLOSED = "Fewer disputes, and fairer ones";
    const HIT = "Refunds from the phone";
    assert.equal((await treeRow(window(), "Roadmap", CLOSED)).expanded, false);
    await runCommand(window(), "Throughline: Filter…");
    await answer(window(), "refunds");
    await treeRow(window(), "Roadmap", HIT);
    await runCommand(window(), "Throughline: Clear Filter");
    await treeRow(window(), "Roadmap", OTHER_GOAL);
    assert.equal((await treeRow(window(), "Roadmap", CLOSED)).expanded, false);
  });

  it("shows what a filter leaves, and all of it again", async () => {
    const all = (await labels()).length;
    await runCommand(window(), "Throughline: Filter…");
    await answer(window(), "wallet");
    await until("the wallet and what leads there", async () => {
      const left = await labels();
      return left.includes("Wallet") && left.length < all && !left.includes(OTHER_GOAL);
    });
    await window()
      .page.locator(".tree-explorer-viewlet-tree-view .message", { hasText: /“wallet”: \d+ of \d+/ })
      .waitFor();
    await runCommand(window(), "Throughline: Clear Filter");
    await until("all rows", async () => (await labels()).length >= all);
  });
});
