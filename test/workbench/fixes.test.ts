import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "../until.ts";
import { openFile, runCommand } from "./actions.ts";
import { openQuickFixes, placeCursor, squiggles, visibleLines } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { picture, projectRoot, type themes } from "./workbench.ts";

const prd = `---
type: prd
id: PRD-1
owner: ana
status: planned
timeframe: 2027-Q1
---
# Faster checkout

## Success metrics

- Raise conversion from 2.1 % to 3 % by Q1 2027
- Shoppers do not call us

## Goals

- Shoppers pay in one go
`;

const goal = `---
type: goal
id: GOAL-1
owner: ana
kpis: n/a
---
# Growth
`;

const report = `# Notes

<!-- throughline: roadmap fields:title -->
<!-- /throughline -->

<!-- throughline: kpi -->
<!-- /throughline -->
`;

const folder = mkdtempSync(join(tmpdir(), "fixes-"));
mkdirSync(join(folder, "plan", "goals"), { recursive: true });
writeFileSync(join(folder, "plan", "checkout.md"), prd);
writeFileSync(join(folder, "plan", "goals", "growth.md"), goal);
writeFileSync(join(folder, "plan", "notes.md"), report);
after(() => rmSync(folder, { recursive: true }));

for (const theme of ["light", "dark"] satisfies readonly (keyof typeof themes)[]) {
  describe(`fixes by keyboard, ${theme}`, () => {
    const window = keepWindow({ folder: join(folder, "plan"), extension: projectRoot, theme });
    const saved = () => readFileSync(join(window().folder, "checkout.md"), "utf8");
    const notes = () => readFileSync(join(window().folder, "notes.md"), "utf8");

    /** Opens the menu at a place and takes the entry whose title begins so, by the arrow keys. */
    async function take(line: number, column: number, title: string, shown: string): Promise<void> {
      const { page } = window();
      await placeCursor(window(), line, column);
      const titles = await until(`“${title}” is offered`, async () => {
        const offered = await openQuickFixes(window());
        if (offered.some((one) => one.startsWith(title))) return offered;
        await page.keyboard.press("Escape");
        return false;
      });
      await picture(window(), `fixes-${shown}-${theme}`);
      for (let down = titles.findIndex((one) => one.startsWith(title)); down > 0; down--)
        await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
    }

    it("bring a report up to date, and show on the word why another one cannot be written", async () => {
      await openFile(window(), "notes.md");
      await until("the broken one is shown", async () => (await squiggles(window(), "error")) === 1);
      await take(3, 5, "Update this report", "report");
      await until("the report says what is planned", async () =>
        (await visibleLines(window())).some((line) => line.startsWith("| [Faster checkout](checkout.md)")),
      );
      await picture(window(), `fixes-report-after-${theme}`);
      await runCommand(window(), "File: Save");
      await until("it is saved", () => notes().includes("| [Faster checkout](checkout.md) |"));
      assert.equal(notes().replace(/(?<=fields:title -->\n).*?(?=<!-- \/)/s, ""), report);
    });

    it("link the goal that is there", async () => {
      await openFile(window(), "checkout.md");
      await take(3, 6, "Link GOAL-1", "top");
      await until("the goal is linked", async () => (await visibleLines(window())).includes("goals: GOAL-1"));
    });

    it("make a KPI of a line", async () => {
      await take(13, 5, "Make a KPI of this line", "line");
      await until("it is measured", async () => (await visibleLines(window())).includes("    baseline: 2.1 %"));
      await runCommand(window(), "File: Save");
      const expected = prd
        .replace(
          "2027-Q1\n",
          "2027-Q1\ngoals: GOAL-1\nkpis:\n  - id: KPI-1\n    title: Conversion\n    baseline: 2.1 %\n    target: 3 %\n    timeframe: Q1 2027\n",
        )
        .replace("- Raise", "- KPI-1: Raise");
      // While it is being written it is empty.
      await until("it is saved", () => ![prd, ""].includes(saved()));
      assert.equal(saved(), expected);
    });

    it("move it to a document of its own", async () => {
      await take(9, 14, "Move Conversion to a file of its own", "extract");
      await until("the list has its id", async () => (await visibleLines(window())).includes("kpis:"));
      await until("there is a document", () => existsSync(join(window().folder, "kpis", "conversion.md")));
      await picture(window(), `fixes-extracted-${theme}`);
    });
  });
}
