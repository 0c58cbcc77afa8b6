import assert from "node:assert/strict";
import { join } from "node:path";
import { until } from "../until.ts";
import { openFile } from "./actions.ts";
import { hoverAtCursor, placeCursor, visibleLines } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { rowLocator } from "./views.ts";
import { picture, projectRoot } from "./workbench.ts";

describe("reading a plan", () => {
  const window = keepWindow({ folder: join(projectRoot, "examples"), extension: projectRoot });

  it("says above a document what hangs on it, and behind an id whose it is", async () => {
    await openFile(window(), "prds/faster-checkout.md");
    const lens = window().page.locator(".codelens-decoration a", { hasText: /^4 features · 3 KPIs · / });
    await lens.waitFor();
    await until("titles behind ids", async () =>
      (await visibleLines(window())).some((line) => line.startsWith("goals: GOAL-1Shoppers who start to pay")),
    );
  });

  it("shows a card over an id, and leads from it to where the goal is defined", async () => {
    await placeCursor(window(), 9, 11);
    assert.match(await hoverAtCursor(window()), /Shoppers who start to pay, finishGoal · active · GOAL-1Off track/);
    await picture(window(), "card");
    await window().page.keyboard.press("Escape");
    await window().page.keyboard.press("F12");
    await window().page.locator('.tab.active[aria-label^="finish-paying.md"]').waitFor();
  });

  it("goes from the figures to the roadmap", async () => {
    await openFile(window(), "prds/faster-checkout.md");
    await window()
      .page.locator(".codelens-decoration a", { hasText: /^4 features/ })
      .click();
    const row = rowLocator(window(), "Roadmap", "Faster checkout");
    await until("the row of the document", async () => (await row.getAttribute("aria-selected")) === "true");
  });
});
