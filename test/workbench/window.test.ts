import assert from "node:assert/strict";
import { join } from "node:path";
import { chooseTheme, commandsFor, openFile } from "./actions.ts";
import { lineThatReads, placeCursor } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { projectRoot } from "./workbench.ts";

describe("a VS Code window", () => {
  const window = keepWindow({ folder: join(projectRoot, "examples"), extension: projectRoot });

  it("opens on a folder and shows a file", async () => {
    await openFile(window(), "prds/faster-checkout.md");
    assert.equal(await lineThatReads(window(), "type: prd"), 2);
  });

  it("takes what is typed", async () => {
    await placeCursor(window(), 2, 1);
    await window().page.keyboard.type("# ");
    assert.equal(await lineThatReads(window(), "# type: prd"), 2);
    await window().page.keyboard.press("Control+Z");
  });

  it("changes its theme", async () => {
    for (const theme of ["light", "contrast", "dark"] as const) await chooseTheme(window(), theme);
  });

  it("lists commands", async () => {
    assert.ok((await commandsFor(window(), "Toggle Word Wrap")).includes("View: Toggle Word Wrap"));
  });
});
