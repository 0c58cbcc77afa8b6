/**
 * Makes the pictures of the README from the real window: `npm run pictures`. They show the sample product, so they are as
 * true as the sample is.
 */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { until } from "../until.ts";
import { openFile } from "./actions.ts";
import { hoverAtCursor, squiggles } from "./editor.ts";
import { expand, rowLocator, showContainer, treeRow } from "./views.ts";
import { openWorkbench, projectRoot, type themes } from "./workbench.ts";

const images = join(projectRoot, "docs", "images");

/** A PRD on the left, its row in the roadmap on the right, and what Throughline says about it. */
async function firstMinute(theme: keyof typeof themes): Promise<void> {
  const workbench = await openWorkbench({
    folder: join(projectRoot, "examples"),
    extension: projectRoot,
    theme,
    settings: { "workbench.sideBar.location": "right", "workbench.statusBar.visible": false, "editor.wordWrap": "on" },
    width: 1200,
    height: 720,
    scale: 2,
  });
  try {
    await openFile(workbench, "prds/faster-checkout.md");
    await showContainer(workbench, "Throughline");
    await treeRow(workbench, "Roadmap", "Faster checkout");
    await expand(workbench, "Roadmap", "Faster checkout");
    await rowLocator(workbench, "Roadmap", "One-tap pay").click();
    await until("a finding under the text", async () => (await squiggles(workbench, "warning")) > 0);
    await hoverAtCursor(workbench);
    await workbench.page.screenshot({ path: join(images, `window-${theme}.png`) });
  } finally {
    await workbench.close();
  }
}

mkdirSync(images, { recursive: true });
for (const theme of ["light", "dark"] as const) await firstMinute(theme);
