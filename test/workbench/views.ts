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
  await act(
    `${title} is shown`,
    async () => ((await item.first().getAttribute("class")) ?? "").includes("checked"),
    () => item.first().click(),
  );
}

/** Drags the edge of the sidebar until it has this width in CSS pixels. */
export async function resizeSidebar({ page }: Workbench, width: number): Promise<void> {
  const sidebar = page.locator(".part.sidebar");
  await until("the sidebar has its width", async () => {
    const [box, editor] = [await sidebar.boundingBox(), await page.locator(".part.editor").boundingBox()];
    if (!box || !editor) return false;
    if (Math.abs(box.width - width) < 4) return true;
    const onTheLeft = box.x < editor.x;
    const edge = onTheLeft ? box.x + box.width + 2 : box.x - 2;
    const wanted = edge + (onTheLeft ? width - box.width : box.width - width);
    await page.mouse.move(edge, box.y + 300);
    await page.waitForTimeout(400);
    await page.mouse.down();
    await page.mouse.move(wanted, box.y + 300, { steps: 5 });
    await page.mouse.up();
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
  await act(
    `the row "${label}" opens`,
    async () => (await treeRow(workbench, view, label)).expanded === true,
    () => rowLocator(workbench, view, label).locator(".monaco-tl-twistie").click(),
  );
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

function viewPane({ page }: Workbench, view: string): Locator {
  return page.locator(".pane", { has: page.locator(`.pane-header[aria-label^="${view}"]`) }).first();
}

const BUSY_MS = 5000;

/**
 * Does something until it has worked. It is given time to work before it is done again, as a second click undoes the
 * first.
 */
async function act(what: string, done: () => Promise<boolean>, again: () => Promise<void>): Promise<void> {
  await until(what, async () => {
    if (await done()) return true;
    await again();
    return until(what, done, BUSY_MS).catch(() => false);
  });
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s");
}
