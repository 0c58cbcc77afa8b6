/**
 * Makes the pictures of the README from the real window: `npm run pictures`. They show the sample product, so they are as
 * true as the sample is.
 */

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../until.ts";
import { openFile, runCommand } from "./actions.ts";
import { placeCursor, showProblem, squiggles } from "./editor.ts";
import { openPanel, panelFrame, panelRow } from "./panel.ts";
import { expand, resizeSidebar, rowLocator, showContainer, treeRow } from "./views.ts";
import { openWorkbench, projectRoot, type themes } from "./workbench.ts";

const PRD = "prds/faster-checkout.md";
const images = join(projectRoot, "docs", "images");

/** A PRD on the left, its row in the roadmap on the right, and what Throughline says about it. */
async function firstMinute(theme: keyof typeof themes): Promise<void> {
  const workbench = await openWorkbench({
    folder: join(projectRoot, "examples"),
    extension: projectRoot,
    theme,
    settings: {
      "breadcrumbs.enabled": false,
      "editor.occurrencesHighlight": "off",
      "editor.stickyScroll.enabled": false,
      "workbench.sideBar.location": "right",
      "workbench.statusBar.visible": false,
    },
    width: 1280,
    height: 720,
    scale: 2,
  });
  try {
    await openFile(workbench, PRD);
    await showContainer(workbench, "Throughline");
    await treeRow(workbench, "Roadmap", "Faster checkout");
    await expand(workbench, "Roadmap", "Faster checkout");
    await rowLocator(workbench, "Roadmap", "One-tap pay").click();
    await until("a finding under the text", async () => (await squiggles(workbench, "warning")) > 0);
    await resizeSidebar(workbench, 420);
    const { line, column } = placeOf(join(workbench.folder, PRD), "Depends on: FEAT-9");
    await workbench.page.mouse.move(1, 1);
    await placeCursor(workbench, line, column);
    await showProblem(workbench);
    await workbench.page.screenshot({ path: join(images, `window-${theme}.png`) });
  } finally {
    await workbench.close();
  }
}

/** The plan over time, and an arrow that shows what cannot be kept. */
async function roadmapPanel(theme: keyof typeof themes): Promise<void> {
  const settings = { "workbench.statusBar.visible": false, "workbench.sideBar.location": "right" };
  const folder = join(projectRoot, "examples");
  const workbench = await openWorkbench({
    ...{ folder, extension: projectRoot, theme, settings, width: 1240, height: 780, scale: 2 },
  });
  try {
    await openPanel(workbench);
    await runCommand(workbench, "View: Toggle Primary Side Bar Visibility");
    await (await panelRow(workbench, "One-tap pay")).locator(".name").click();
    const frame = await panelFrame(workbench);
    await frame.locator(".arrows path.late").waitFor();
    await workbench.page.screenshot({ path: join(images, `panel-${theme}.png`) });
  } finally {
    await workbench.close();
  }
}

/** Where some words end, counted from one. */
function placeOf(path: string, words: string): { readonly line: number; readonly column: number } {
  const lines = readFileSync(path, "utf8").split("\n");
  const at = lines.findIndex((line) => line.includes(words));
  if (at === -1) throw new Error(`${path} has no “${words}”.`);
  return { line: at + 1, column: (lines[at] ?? "").indexOf(words) + words.length };
}

mkdirSync(images, { recursive: true });
for (const theme of ["light", "dark"] as const) {
  await firstMinute(theme);
  await roadmapPanel(theme);
}
