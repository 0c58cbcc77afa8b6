/** The roadmap panel, as a person finds it in the window. */

import type { Frame, Locator } from "playwright-core";
import { until } from "../until.ts";
import { runCommand } from "./actions.ts";
import type { Workbench } from "./workbench.ts";

export async function openPanel(workbench: Workbench): Promise<void> {
  await runCommand(workbench, "Throughline: Open Roadmap");
  await panelFrame(workbench);
}

/** The frame that the panel is drawn in, once something is drawn. */
export function panelFrame({ page }: Workbench, something = ".toolbar"): Promise<Frame> {
  return until("the panel", async () => {
    for (const frame of page.frames()) {
      const count = await frame
        .locator(`#app ${something}`)
        .count()
        .catch(() => 0);
      if (count > 0) return frame;
    }
    return false;
  });
}

/** The row of an item, the first where it stands in several lanes. */
export async function panelRow(workbench: Workbench, title: string): Promise<Locator> {
  const frame = await panelFrame(workbench);
  const row = frame.locator(".row").filter({ has: frame.locator(".title", { hasText: new RegExp(`^${title}$`) }) });
  await row.first().waitFor();
  return row.first();
}

/** Where things are in the window, from its left upper corner. */
export async function boxOf(part: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await part.scrollIntoViewIfNeeded();
  return (await part.boundingBox())!;
}
