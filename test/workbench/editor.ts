/** The text editor: cursor, squiggles, hovers, suggestions, quick fixes. */

import { until } from "../until.ts";
import { ask } from "./actions.ts";
import type { Workbench } from "./workbench.ts";

const ACTIVE = ".editor-group-container.active .monaco-editor";

/** The lines on the screen, from the top. */
export async function visibleLines({ page }: Workbench): Promise<string[]> {
  return page.locator(`${ACTIVE} .view-lines .view-line`).evaluateAll((lines) =>
    lines
      .map((line) => ({ top: Number.parseFloat((line as HTMLElement).style.top), text: line.textContent ?? "" }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text.replaceAll("\u00a0", " ")),
  );
}

/** Waits until one of the lines on the screen reads so, and answers its number in an editor that shows its top. */
export async function lineThatReads(workbench: Workbench, text: string): Promise<number> {
  return until(`a line that reads “${text}”`, async () => (await visibleLines(workbench)).indexOf(text) + 1);
}

/** Puts the cursor at a place; line and column count from one. */
export async function placeCursor(workbench: Workbench, line: number, column: number): Promise<void> {
  const { page } = workbench;
  await ask(workbench, "Control+G", `${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  await page.locator(`${ACTIVE} .view-line`).first().waitFor();
}

export type Squiggle = "error" | "warning" | "info" | "hint";

/** How many squiggles of a level are on the screen. */
export async function squiggles({ page }: Workbench, level: Squiggle): Promise<number> {
  return page.locator(`${ACTIVE} .squiggly-${level}`).count();
}

/** What the hover at the cursor says. */
export async function hoverAtCursor({ page }: Workbench): Promise<string> {
  const hover = page.locator(".monaco-hover:not(.hidden) .monaco-hover-content").first();
  return until("a hover at the cursor", async () => {
    if (!(await hover.isVisible())) {
      await page.keyboard.press("Control+K");
      await page.keyboard.press("Control+I");
      await page.waitForTimeout(1000);
    }
    return (await hover.isVisible()) && hover.textContent();
  });
}

/** Shows the next problem from the cursor on between the lines, as Alt+F8 does, and answers what it says. */
export async function showProblem({ page }: Workbench): Promise<string> {
  await page.keyboard.press("Alt+F8");
  const message = page.locator(".marker-widget .descriptioncontainer");
  await message.waitFor();
  return (await message.textContent()) ?? "";
}

/** The titles of the quick fixes at the cursor; the menu stays open. */
export async function openQuickFixes({ page }: Workbench): Promise<string[]> {
  const rows = page.locator(".action-widget .monaco-list-row.action");
  return until("quick fixes at the cursor", async () => {
    if (!(await rows.first().isVisible())) {
      await page.keyboard.press("Control+.");
      // Pressed again while the menu opens, the key would choose from it.
      await rows
        .first()
        .waitFor({ timeout: 5000 })
        .catch(() => {});
    }
    const titles = await rows.locator(".title").allInnerTexts();
    return titles.length > 0 && titles;
  });
}

/** The labels of the suggestions that are open, from the top; none where no list is. */
export async function shownSuggestions({ page }: Workbench): Promise<string[]> {
  return page.locator(".suggest-widget.visible .monaco-list-row .label-name").allInnerTexts();
}

/** Asks for suggestions at the cursor and answers their labels; the list stays open. */
export async function openSuggestions({ page }: Workbench): Promise<string[]> {
  const rows = page.locator(".suggest-widget.visible .monaco-list-row");
  return until("suggestions at the cursor", async () => {
    if (!(await rows.first().isVisible())) {
      await page.keyboard.press("Control+Space");
      await page.waitForTimeout(500);
    }
    const labels = await rows.locator(".label-name").allInnerTexts();
    return labels.length > 0 && labels;
  });
}
