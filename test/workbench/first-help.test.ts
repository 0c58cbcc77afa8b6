import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../until.ts";
import { commandsFor, openFile, runCommand } from "./actions.ts";
import { openSuggestions, placeCursor, squiggles } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { problemRows } from "./problems.ts";
import { picture, projectRoot } from "./workbench.ts";

const setField = "Throughline: Set Field…";
const PRD = "prds/gift-cards.md";

describe("a PRD from before Throughline", () => {
  // Tall enough for every row of the Problems view.
  const window = keepWindow({
    folder: join(projectRoot, "examples"),
    extension: projectRoot,
    theme: "light",
    height: 1400,
  });

  it("is left alone until somebody tracks it", async () => {
    await openFile(window(), PRD);
    await until("the others are checked", async () => (await problemRows(window())).length > 0);
    assert.equal(await squiggles(window(), "warning"), 0);
    await runCommand(window(), "View: Hide Panel");
    await until(
      "no field of it can be set",
      async () => !(await commandsFor(window(), "Throughline")).includes(setField),
    );
  });

  it("gets one line for it, and tells something true about the plan", async () => {
    await runCommand(window(), "Throughline: Track This Document…");
    await until("a finding about it", async () => (await squiggles(window(), "warning")) > 0);
    await runCommand(window(), "File: Save");
    const before = readFileSync(join(projectRoot, "examples", PRD), "utf8");
    const saved = () => readFileSync(join(window().folder, PRD), "utf8");
    await until("it is saved", () => saved() !== before);
    assert.equal(saved(), `---\ntype: prd\n---\n\n${before}`);
    const rows = await problemRows(window());
    assert.ok(
      rows.some((row) => /Gift cards.* needs Wallet/.test(row)),
      rows.join("\n"),
    );
    await until("its fields can be set", async () => (await commandsFor(window(), "Throughline")).includes(setField));
    await picture(window(), "tracked");
  });

  it("is offered the words that fit while somebody fills it in", async () => {
    await runCommand(window(), "View: Hide Panel");
    await placeCursor(window(), 2, 100);
    await window().page.keyboard.press("Enter");
    await window().page.keyboard.type("status: ");
    const words = await openSuggestions(window());
    assert.ok(words.includes("draft") && words.includes("on-hold"), words.join(", "));
    await window().page.keyboard.press("Escape");
  });
});
