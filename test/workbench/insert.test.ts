import { join } from "node:path";
import { until } from "../until.ts";
import { openFile, pick, runCommand } from "./actions.ts";
import { visibleLines } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { picture, projectRoot } from "./workbench.ts";

describe("Insert…", () => {
  const window = keepWindow({ folder: join(projectRoot, "examples"), extension: projectRoot, theme: "light" });
  const has = (line: string) => async () => (await visibleLines(window())).includes(line);

  it("adds a feature below the last one, and Tab goes through what is to be filled in", async () => {
    await openFile(window(), "prds/second-purchase.md");
    await window().page.locator(".codelens-decoration", { hasText: "2 features" }).waitFor();
    await runCommand(window(), "Throughline: Insert…");
    await window().page.getByPlaceholder("What is to be added to this document?").waitFor();
    await picture(window(), "insert-choices");
    await pick(window(), "Feature");
    await until("the heading", has("### FEAT-16: TBD"));
    await window().page.keyboard.type("Gift wrapping");
    await window().page.keyboard.press("Tab");
    await window().page.keyboard.type("idea");
    await until("what was typed", has("### FEAT-16: Gift wrapping"));
    await until("its status", has("| Status | idea |"));
    await picture(window(), "insert-feature");
    await runCommand(window(), "File: Revert File");
  });

  it("adds a link by choosing from titles", async () => {
    await openFile(window(), "prds/second-purchase.md");
    await runCommand(window(), "Throughline: Insert…");
    await pick(window(), "Goals…");
    await window().page.getByPlaceholder("Which one?").waitFor();
    await pick(window(), "GOAL-2");
    await until("the link", has("  - GOAL-2"));
    await runCommand(window(), "File: Revert File");
  });
});
