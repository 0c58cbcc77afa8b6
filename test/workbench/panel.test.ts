import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { until } from "../until.ts";
import { chooseFromMenu, chooseTheme, openFile, openMenu, runCommand } from "./actions.ts";
import { violationsIn } from "./axe.ts";
import { lineThatReads, placeCursor } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { boxOf, openPanel, panelFrame, panelRow } from "./panel.ts";
import { rowLocator, showContainer } from "./views.ts";
import { picture, projectRoot, type themes } from "./workbench.ts";

describe("the roadmap panel", () => {
  const window = keepWindow({
    folder: join(projectRoot, "examples"),
    extension: projectRoot,
    settings: { "files.autoSave": "off" },
    theme: "light",
    width: 1500,
    height: 950,
  });
  const wallet = () => readFileSync(join(window().folder, "features/wallet.md"), "utf8");
  const press = (key: string) => window().page.keyboard.press(key);
  const frame = () => panelFrame(window());
  const tab = async (name: string) => {
    await (await frame()).locator(`[data-tab=${name}]`).click();
    await (await frame()).locator(`.frame.${name}`).waitFor();
  };

  /** A line in an editor beside the panel, which has the focus. */
  const written = (text: string) =>
    window()
      .page.locator(".monaco-editor .view-line", { hasText: new RegExp(`^${text.replaceAll(" ", "\\s")}$`) })
      .waitFor();

  /** Drags what lies in a row by so many quarters. */
  async function drag(title: string, part: string, quarters: number): Promise<void> {
    const { page } = window();
    const row = await panelRow(window(), title);
    const bar = await boxOf(row.locator(".bar"));
    const held = await boxOf(row.locator(part));
    const [x, y] = [held.x + held.width / 2, held.y + held.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (bar.width * quarters) / 2, y, { steps: 4 });
    await page.mouse.move(x + bar.width * quarters, y, { steps: 4 });
    await picture(window(), `panel-drag${part.replaceAll(/\W+/g, "-")}`);
    await page.mouse.up();
  }

  it("draws the plan over time, and arrows of the item that is looked at", async () => {
    await openPanel(window());
    await (await panelRow(window(), "One-tap pay")).locator(".name").click();
    await until("an arrow", async () => (await (await frame()).locator(".arrows path.late").count()) === 1);
    const note = (await panelRow(window(), "One-tap pay")).locator(".note");
    assert.equal(await note.textContent(), "cannot land before Wallet: 2 quarters late");
    await picture(window(), "panel-light");
  });

  it("is walked through with the keys, and opens a document beside itself", async () => {
    const focused = async () => (await frame()).locator(".row.focus .title").textContent();
    await press("ArrowDown");
    await until("the next row", async () => (await focused()) === "Back for a second purchase");
    await press("ArrowLeft");
    await until("its lane", async () => (await focused()) === "Shoppers who start to pay, finish");
    await press("ArrowLeft");
    await until("the lane is closed", async () => (await (await frame()).getByText("Back for a second").count()) === 0);
    await press("ArrowRight");
    await panelRow(window(), "Back for a second purchase");
    await press("End");
    await until("the last row", async () => (await focused()) === "Money by tomorrow");
    await press("Enter");
    await window().page.locator('.tab.active[aria-label^="spring-payouts.md"]').waitFor();
    await runCommand(window(), "View: Close All Editors in Group");
  });

  it("moves a bar that is dragged, in a document that nobody has open, and takes it back with one key", async () => {
    const before = wallet();
    assert.match(before, /\ntimeframe: 2027-Q3\n/);
    await drag("Wallet", ".bar", -2);
    await until("it is earlier", () => wallet() === before.replace("2027-Q3", "2027-Q1"));
    // What waited for it can land now.
    const note = (await panelRow(window(), "One-tap pay")).locator(".note");
    await until("nothing is late any more", async () => (await note.count()) === 0);
    await press("Control+z");
    await until("it is back", () => wallet() === before);
  });

  it("moves the end of a bar in a document that is open, where one undo takes it back", async () => {
    const spoken = async () => (await panelRow(window(), "Wallet")).locator(".sr").first().textContent();
    await openFile(window(), "features/wallet.md");
    await runCommand(window(), "View: Move Editor into Right Group");
    await drag("Wallet", ".grip.end", 1);
    await written("timeframe: 2027-Q3..2027-Q4");
    await until("the panel says so", async () => (await spoken())?.includes("to fourth quarter 2027"));
    assert.match(wallet(), /\ntimeframe: 2027-Q3\n/, "nothing is saved behind anybody's back");
    await runCommand(window(), "View: Focus Right Editor Group");
    await press("Control+z");
    await written("timeframe: 2027-Q3");
    await until("the tab is clean", async () => (await window().page.locator(".tab.dirty").count()) === 0);
    await until("the panel has followed", async () => (await spoken())?.endsWith(", third quarter 2027"));
  });

  it("moves a bar with the keys", async () => {
    await (await panelRow(window(), "Wallet")).locator(".name").click();
    await press("Alt+ArrowRight");
    await written("timeframe: 2027-Q4");
    await press("Alt+ArrowLeft");
    await written("timeframe: 2027-Q3");
  });

  it("moves on with every key, however quickly they are pressed", async () => {
    for (let key = 0; key < 4; key++) await press("Alt+ArrowRight");
    await written("timeframe: 2028-Q3");
    for (let key = 0; key < 4; key++) await press("Alt+ArrowLeft");
    await written("timeframe: 2027-Q3");
  });

  it("follows what is typed before it is saved, and shows it as text whatever it is", async () => {
    await runCommand(window(), "View: Focus Right Editor Group");
    const line = await lineThatReads(window(), "title: Wallet");
    await placeCursor(window(), line, "title: ".length + 1);
    await press("Shift+End");
    await window().page.keyboard.type("<img src=x onerror=document.title=1>");
    const title = (await frame()).locator(".row .title", { hasText: "<img src=x onerror=document.title=1>" });
    await title.first().waitFor();
    assert.equal(await (await frame()).locator("img").count(), 0);
    await runCommand(window(), "File: Revert File");
    await panelRow(window(), "Wallet");
    await runCommand(window(), "View: Close Editor");
  });

  it("finds what is looked for", async () => {
    await (await frame()).locator("#search").fill("owner:emre");
    const titles = () => frame().then((shown) => shown.locator(".row.item .title").allTextContents());
    await until("two are left", async () => (await titles()).length === 2);
    assert.deepEqual(await titles(), ["Evidence in one click", "Receipts with the right tax"]);
    await (await frame()).locator("#search").fill("");
    await panelRow(window(), "Wallet");
  });

  it("says the same to those who use it in another way", async () => {
    for (const theme of ["light", "dark", "contrast"] as const satisfies (keyof typeof themes)[]) {
      await chooseTheme(window(), theme);
      for (const name of ["roadmap", "table", "kpis", "trace"]) {
        await tab(name);
        if (name !== "roadmap") await (await frame()).locator(`.frame.${name} table`).waitFor();
        await picture(window(), `panel-${theme}-${name}`);
        assert.deepEqual(await violationsIn(await frame()), [], `${theme}, ${name}`);
      }
    }
  });

  it("comes back as it was when the window does", async () => {
    await tab("roadmap");
    await (await frame()).locator("[data-zoom=months]").click();
    await (await frame()).locator("#by").selectOption("owner");
    await (await frame()).locator("#done").check();
    await panelRow(window(), "Guest checkout");
    const before = await frame();
    await runCommand(window(), "Developer: Reload Window");
    await until("the window has gone", () => before.isDetached());
    await panelRow(window(), "Guest checkout");
    const shown = await frame();
    assert.equal(await shown.locator("#by").inputValue(), "owner");
    assert.equal(await shown.locator("[data-zoom=months]").getAttribute("aria-checked"), "true");
    await picture(window(), "panel-months");
  });

  it("shows the row that a row of the tree is about, also where it is left out otherwise", async () => {
    await (await frame()).locator("#done").uncheck();
    await (await frame()).locator("#search").fill("nobody has this");
    await until("no rows", async () => (await (await frame()).locator(".row.item").count()) === 0);
    await showContainer(window(), "Throughline");
    await openMenu(window(), rowLocator(window(), "Roadmap", "Wallet"));
    await chooseFromMenu(window(), "Show in Roadmap Panel");
    await (await panelRow(window(), "Wallet"))
      .locator("xpath=self::*[contains(@class, 'focused') or @tabindex='0']")
      .waitFor();
    assert.equal(await (await frame()).locator("#search").inputValue(), "");
  });

  it("is written as a page that everybody can read", async () => {
    const path = join(window().folder, "roadmap.html");
    const page = await window().page.context().browser()!.newPage();
    for (const args of [[], ["--fields", "all", "--done"]]) {
      const cli = [
        join(projectRoot, "dist/cli.cjs"),
        "roadmap",
        "--root",
        window().folder,
        "--format",
        "html",
        ...args,
      ];
      writeFileSync(path, execFileSync(process.execPath, cli));
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(pathToFileURL(path).href);
        assert.deepEqual(await violationsIn(page), [], colorScheme);
      }
    }
    await page.fill("#search", "wallet");
    assert.deepEqual(await page.locator(".row.item:visible .title").allTextContents(), ["One-tap pay", "Wallet"]);
    await page.close();
  });
});
