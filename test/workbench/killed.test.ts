import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../until.ts";
import { messages, openFile, runCommand } from "./actions.ts";
import { lineThatReads, placeCursor, squiggles } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { panelFrame, panelRow } from "./panel.ts";
import { theServer, theServers } from "./servers.ts";
import { rowLocator, showContainer, treeRow, treeRows } from "./views.ts";
import { picture, projectRoot } from "./workbench.ts";

const path = "prds/faster-checkout.md";

describe("a server that is killed while somebody writes", () => {
  const window = keepWindow({ folder: join(projectRoot, "examples"), extension: projectRoot });

  it("is followed by another, which knows what is not saved", async () => {
    await showContainer(window(), "Throughline");
    await openFile(window(), path);
    await placeCursor(window(), 4, 100);
    await window().page.keyboard.type(" for all");
    await treeRow(window(), "Roadmap", "Faster checkout for all");
    const before = await squiggles(window(), "warning");
    const first = theServer();
    process.kill(first, "SIGKILL");
    await until("another server", () => theServers().length === 1 && theServers()[0] !== first);
    // What is typed now is for the new one alone.
    await placeCursor(window(), 7, 20);
    await window().page.keyboard.type("s");
    await until("one squiggle more", async () => (await squiggles(window(), "warning")) > before);
    await treeRow(window(), "Roadmap", "Faster checkout for all");
  });

  it("keeps every row, and answers what was asked last, though the next one is killed as well", async () => {
    const first = theServer();
    process.kill(first, "SIGSTOP");
    await rowLocator(window(), "Roadmap", "Faster checkout for all").locator(".monaco-tl-twistie").click();
    await window().page.waitForTimeout(500);
    process.kill(first, "SIGKILL");
    const labels = async () => (await treeRows(window(), "Roadmap")).map(({ label }) => label);
    let second: number | undefined;
    await until("the rows below", async () => {
      const rows = await labels();
      assert.ok(rows.includes("Faster checkout for all"), rows.join(", "));
      if (second === undefined) {
        second = theServers().find((pid) => pid !== first);
        if (second !== undefined) process.kill(second, "SIGKILL");
      }
      return second !== undefined && rows.includes("One-tap pay");
    });
  });

  it("takes no text with it, and asks nothing of anybody", async () => {
    await lineThatReads(window(), "title: Faster checkout for all");
    const saved = (folder: string): string => readFileSync(join(folder, path), "utf8");
    assert.equal(saved(window().folder), saved(join(projectRoot, "examples")));
    assert.equal(await window().page.locator(".monaco-dialog-box").count(), 0);
    assert.deepEqual(await messages(window()), []);
    await picture(window(), "after-a-killed-server");
  });

  it("is followed by one that renames what it was asked to, and underlines all links", async () => {
    await window().page.keyboard.press("Escape");
    await placeCursor(window(), 9, 9);
    await window().page.keyboard.press("F2");
    const box = window().page.locator(".rename-box input");
    await box.fill("GOAL-77");
    const asked = theServer();
    process.kill(asked, "SIGSTOP");
    await window().page.keyboard.press("Enter");
    await window().page.waitForTimeout(500);
    process.kill(asked, "SIGKILL");
    const links = window().page.locator(".detected-link");
    await until("the new id, underlined as a link", async () => (await links.allInnerTexts()).includes("GOAL-77"));
  });
});

describe("a server that ends again and again", () => {
  const window = keepWindow({ folder: join(projectRoot, "examples"), extension: projectRoot });

  it("stays off after the fifth time and says so, with all that was typed", async () => {
    await showContainer(window(), "Throughline");
    await openFile(window(), path);
    await treeRow(window(), "Roadmap", "Faster checkout");
    await placeCursor(window(), 4, 100);
    for (let time = 1; time <= 5; time++) {
      await until("a server", () => theServers().length === 1);
      await window().page.keyboard.type(` ${time}`);
      process.kill(theServer(), "SIGKILL");
      await until("its end", () => theServers().length === 0 || time < 5);
      await window().page.keyboard.type("!");
      if (time < 5) await treeRow(window(), "Roadmap", `Faster checkout ${numbered(time)}`);
    }
    await window().page.getByText("The Throughline server has stopped.").waitFor();
    await lineThatReads(window(), `title: Faster checkout ${numbered(5)}`);
    assert.deepEqual(await messages(window()), []);
    await picture(window(), "after-five-killed-servers");
  });

  it("leaves nothing in the roadmap panel either", async () => {
    const panel = async () => (await panelFrame(window(), ".silence")).locator("#app");
    await runCommand(window(), "Throughline: Open Roadmap");
    assert.match((await (await panel()).textContent()) ?? "", /^The server has stopped/);
    await picture(window(), "panel-of-a-stopped-server");
  });

  it("is back when somebody asks for it, and knows what is not saved", async () => {
    await (await panelFrame(window(), ".silence")).locator("button", { hasText: "Restart" }).click();
    await panelRow(window(), `Faster checkout ${numbered(5)}`);
    await treeRow(window(), "Roadmap", `Faster checkout ${numbered(5)}`);
  });
});

/** What was typed around so many ends. */
const numbered = (times: number) => Array.from({ length: times }, (_, at) => `${at + 1}!`).join(" ");
