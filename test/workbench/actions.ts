/** What a person does anywhere in the window. */

import { basename } from "node:path";
import type { Locator } from "playwright-core";
import { until } from "../until.ts";
import { themes, type Workbench } from "./workbench.ts";

/** Opens a file by its name, as Ctrl+P does, and waits for its tab. */
export async function openFile(workbench: Workbench, path: string): Promise<void> {
  const { page } = workbench;
  // The list knows the files that there were when it opened: for one that has just been written it is opened again.
  await until(`the file ${path}`, async () => {
    await ask(workbench, "Control+P", path);
    return rowOf(workbench, basename(path)).click({ timeout: 5000 }).then(yes, no);
  });
  await page.locator(`.tab.active[aria-label^="${basename(path)}"]`).waitFor();
  await page.locator(".editor-group-container.active .monaco-editor .view-line").first().waitFor();
}

/** Runs a command by its full title from the palette, such as `View: Toggle Word Wrap`. */
export async function runCommand(workbench: Workbench, title: string): Promise<void> {
  // The palette lists what was known when it opened; while the window starts, extensions are still to come. A page that
  // takes the focus closes it: then it is opened again.
  await until(`the command ${title}`, async () => {
    await ask(workbench, "F1", title);
    return rowOf(workbench, title).click({ timeout: 3000 }).then(yes, no);
  });
}

/** What the window has told so far, the newest first: a window of a test shows none of it by itself. */
export async function messages(workbench: Workbench): Promise<string[]> {
  await runCommand(workbench, "Notifications: Show Notifications");
  const center = workbench.page.locator(".notifications-center");
  await center.waitFor();
  return await center.locator(".notification-list-item-message").allInnerTexts();
}

/** Changes the theme, and waits until the window wears it. */
export async function chooseTheme(workbench: Workbench, theme: keyof typeof themes): Promise<void> {
  await runCommand(workbench, "Preferences: Color Theme");
  await pick(workbench, themes[theme].label);
  await workbench.page.locator(`.monaco-workbench.${themes[theme].wears}`).waitFor();
  await workbench.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** The commands that the palette offers for some words. */
export async function commandsFor(workbench: Workbench, words: string): Promise<string[]> {
  await ask(workbench, "F1", words);
  const labels = await until("the palette answers", async () => {
    const shown = await quickRows(workbench);
    return shown.length > 0 && shown;
  });
  await workbench.page.keyboard.press("Escape");
  return labels;
}

/** Chooses an entry of the open quick pick by the beginning of its label, which is typed as a long list is not all there. */
export async function pick(workbench: Workbench, label: string): Promise<void> {
  await workbench.page.mouse.move(1, 1);
  const input = workbench.page.locator(".quick-input-widget input").first();
  await input.waitFor();
  await input.fill(label);
  await chooseRow(workbench, label);
}

/** The labels in the open quick pick, from the top. */
async function quickRows({ page }: Workbench): Promise<string[]> {
  const rows = page.locator(".quick-input-list .monaco-list-row .label-name");
  return (await rows.allInnerTexts()).map((text) => text.replaceAll("\u00a0", " "));
}

/** Answers the open input box. */
export async function answer({ page }: Workbench, text: string): Promise<void> {
  const input = page.locator(".quick-input-widget input").first();
  await input.waitFor();
  await input.fill(text);
  await page.keyboard.press("Enter");
}

/** The entries of the context menu on something, from the top; the menu stays open. */
export async function openMenu({ page }: Workbench, on: Locator): Promise<string[]> {
  await on.click({ button: "right" });
  const entries = page.locator(".monaco-menu .action-item:not(.disabled) .action-label:not(.separator)");
  await entries.first().waitFor();
  return (await entries.allInnerTexts()).filter((text) => text !== "");
}

/** Chooses from the open context menu, which takes no click in the first moment after it has come up. */
export async function chooseFromMenu({ page }: Workbench, label: string): Promise<void> {
  const entry = page.locator(".monaco-menu .action-item", { hasText: label }).first();
  await entry.waitFor();
  await until(`“${label}” is chosen from the menu`, async () => {
    if (await entry.isVisible()) await entry.click({ timeout: 2000 }).catch(() => {});
    return entry.waitFor({ state: "hidden", timeout: 1000 }).then(
      () => true,
      () => false,
    );
  });
}

/** What the quick input starts with, by the key that opens it. */
const PREFIXES = { F1: ">", "Control+P": "", "Control+G": ":" } as const;

/** Opens the quick input with a key, and writes behind the prefix that it starts with. */
export async function ask({ page }: Workbench, key: keyof typeof PREFIXES, words: string): Promise<void> {
  const prefix = PREFIXES[key];
  const input = page.locator(".quick-input-widget input").first();
  // Where the pointer rests from the last click, a list would open under it and a hover over the list.
  await page.mouse.move(1, 1);
  // A key that is pressed while the window still starts is lost, so it is pressed until it is heard. What is open
  // already may be about to close: only one that starts anew has nothing but the prefix in it.
  const anew = async () => (await input.isVisible()) && (await input.inputValue()) === prefix;
  await until(`${key} opens the quick input`, async () => {
    await page.keyboard.press(key);
    const isOpen = await until("", anew, 2000).catch(() => false);
    // A quick pick from before may close over the one that has just opened.
    const isFilled = isOpen && (await input.fill(prefix + words, { timeout: 2000 }).then(yes, no));
    if (!isFilled) await page.keyboard.press("Escape");
    return isFilled;
  });
}

const yes = () => true;
const no = () => false;

/** Waits for the row, as a list may still be filling, and clicks it. */
async function chooseRow(workbench: Workbench, label: string): Promise<void> {
  await rowOf(workbench, label).click({ timeout: 30_000 });
}

function rowOf({ page }: Workbench, label: string): Locator {
  const rows = page.locator(".quick-input-list .monaco-list-row");
  return rows.filter({ has: page.locator(".label-name", { hasText: startsWith(label) }) }).first();
}

function startsWith(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s")}`);
}
