import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "../until.ts";
import { openFile, runCommand } from "./actions.ts";
import { lineThatReads, openQuickFixes, placeCursor } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { picture, projectRoot } from "./workbench.ts";

const prd = `---
type: prd
id: PRD-1
owner: ana
status: planned
---
# Bezahlen

Es beginnt mit [der Geldbörse](#was-sie-hält).

## Features

### FEAT-3: Geldbörse

- Timeframe: 2027-Q1

Karten bleiben in ihr.

#### Was sie hält

Karten, und nichts sonst.

### FEAT-4: Erstattung

Geld zurück.
`;

const folder = mkdtempSync(join(tmpdir(), "moving-"));
mkdirSync(join(folder, "plan", "prds"), { recursive: true });
writeFileSync(join(folder, "plan", "prds", "bezahlen.md"), prd);
after(() => rmSync(folder, { recursive: true }));

describe("what stands below a heading, in a German window", () => {
  const window = keepWindow({ folder: join(folder, "plan"), extension: projectRoot, theme: "light", locale: "de" });
  const saved = () => readFileSync(join(window().folder, "prds", "bezahlen.md"), "utf8");
  const own = () => join(window().folder, "features", "geldbörse.md");

  async function take(title: string, shown: string): Promise<void> {
    const { page } = window();
    await openFile(window(), "prds/bezahlen.md");
    await placeCursor(window(), await lineThatReads(window(), "### FEAT-3: Geldbörse"), 8);
    const titles = await until(`“${title}” is offered`, async () => {
      const offered = await openQuickFixes(window());
      if (offered.includes(title)) return offered;
      await page.keyboard.press("Escape");
      return false;
    });
    await picture(window(), `moving-${shown}`);
    for (let at = 0; at < titles.indexOf(title); at++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  }

  it("moves into a file of its own, and what stays leads there", async () => {
    await take("Geldbörse in eine eigene Datei verschieben", "out");
    await until("the file", () => existsSync(own()));
    await until("all of it is saved", async () => {
      await runCommand(window(), "File: Save All");
      return saved().includes("[Geldbörse](../features/geldbörse.md)\n\n### FEAT-4") && readFileSync(own(), "utf8");
    });
    await until("its text went along", () =>
      readFileSync(own(), "utf8").includes("## Was sie hält\n\nKarten, und nichts"),
    );
    await picture(window(), "moving-apart");
  });

  it("and comes back as it was", async () => {
    await take("Geldbörse in dieses Dokument verschieben", "back");
    await until("the file is gone", () => !existsSync(own()));
    await until("every byte is back", async () => {
      await runCommand(window(), "File: Save All");
      return saved() === prd;
    });
    await picture(window(), "moving-together");
  });
});
