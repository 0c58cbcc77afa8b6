/** The sidebar: containers of the activity bar, views, rows of trees. */

import type { Locator } from "playwright-core";
import { until } from "../until.ts";
import type { Workbench } from "./workbench.ts";

export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** 1 is the outermost. */
  readonly level: number;
  /** Undefined for a row without children. */
  readonly expanded: boolean | undefined;
}

/** Clicks a container in the activity bar unless it is already shown. */
export async function showContainer({ page }: Workbench, title: string): Promise<void> {
  const item = page.locator(".activitybar .action-item", {
    has: page.locator(`.action-label[aria-label^="${title}"]`),
  });
  await item.first().waitFor();
  await until(`${title} is shown`, async () => {
    if (((await item.first().getAttribute("class")) ?? "").includes("checked")) return true;
    await item.first().click();
    await page.waitForTimeout(200);
    return false;
  });
}

/** The badge on a container, `undefined` when there is none. */
export async function badgeOf({ page }: Workbench, title: string): Promise<string | undefined> {
  const item = page.locator(".activitybar .action-item", {
    has: page.locator(`.action-label[aria-label^="${title}"]`),
  });
  const badge = item.first().locator(".badge-content");
  return (await badge.isVisible()) ? ((await badge.textContent()) ?? undefined) : undefined;
}

/** The rows of a view that are on the screen, from the top. */
export async function treeRows(workbench: Workbench, view: string): Promise<TreeRow[]> {
  return viewPane(workbench, view)
    .locator(".monaco-list-row")
    .evaluateAll((rows) =>
      rows
        .map((row) => ({
          at: Number(row.getAttribute("data-index")),
          label: row.querySelector(".label-name")?.textContent ?? "",
          description: row.querySelector(".label-description")?.textContent ?? "",
          spoken: row.getAttribute("aria-label") ?? "",
          level: Number(row.getAttribute("aria-level")),
          expanded: row.hasAttribute("aria-expanded") ? row.getAttribute("aria-expanded") === "true" : undefined,
        }))
        .sort((a, b) => a.at - b.at)
        .map(({ at: _, ...row }) => row),
    );
}

/** Waits until a row with this label is there, and answers it. */
export async function treeRow(workbench: Workbench, view: string, label: string): Promise<TreeRow> {
  return until(`the row "${label}" in ${view}`, async () =>
    (await treeRows(workbench, view)).find((row) => row.label === label),
  );
}

/** Opens a row's children, and does nothing when they are open. */
export async function expand(workbench: Workbench, view: string, label: string): Promise<void> {
  await until(`the row "${label}" opens`, async () => {
    const row = await treeRow(workbench, view, label);
    if (row.expanded) return true;
    await rowLocator(workbench, view, label).locator(".monaco-tl-twistie").click();
    await workbench.page.waitForTimeout(200);
    return false;
  });
}

export async function clickRow(workbench: Workbench, view: string, label: string): Promise<void> {
  await treeRow(workbench, view, label);
  await rowLocator(workbench, view, label).click();
}

/** The row on the page, to hover or to ask for its menu. */
export function rowLocator(workbench: Workbench, view: string, label: string): Locator {
  const name = workbench.page.locator(".label-name", { hasText: new RegExp(`^${literal(label)}$`) });
  return viewPane(workbench, view).locator(".monaco-list-row", { has: name }).first();
}

export function viewPane({ page }: Workbench, view: string): Locator {
  return page.locator(".pane", { has: page.locator(`.pane-header[aria-label^="${view}"]`) }).first();
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s");
}
