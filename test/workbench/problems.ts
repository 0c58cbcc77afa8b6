/** The Problems panel. */

import { runCommand } from "./actions.ts";
import type { Workbench } from "./workbench.ts";

/** What the rows of the Problems panel say, from the top; opens it when it is closed. */
export async function problemRows(workbench: Workbench): Promise<string[]> {
  const panel = workbench.page.locator(".markers-panel");
  if (!(await panel.isVisible())) await runCommand(workbench, "Problems: Focus on Problems View");
  await panel.waitFor();
  return panel
    .locator(".monaco-list-row")
    .evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? ""));
}
