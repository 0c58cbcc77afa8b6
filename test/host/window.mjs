// @ts-check
/** A VS Code window: a page of a headless browser. */

import { format } from "node:util";
import { chromium } from "playwright-core";
import { installBrowser } from "./install.mjs";
import { developInPage } from "./web-extension.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{ readonly page: Page, close(): Promise<void> }} Window */

const ARGUMENTS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A page that was changed on its way no longer counts as local, and may then not talk to the server.
  "--disable-features=LocalNetworkAccessChecks",
];

/** What the workbench says about itself in every window: how it connects, and the native parts that this build lacks. */
const MUTTERING = [
  /^(Resolv(ing|ed) connection token|Creating a socket|Updating additional builtin|Ignoring fetching additional builtin)/,
  /^\[(reconnection-grace-time|AgentHost:remote|AccountPolicyGate|Service Worker|DefaultAccount)\]/,
  /^Error: Could not locate the bindings file/,
  /^Cannot find module '\.\/build\/Release\//,
  /^Canceled: Canceled/,
];

/**
 * Opens an address of the server and answers when the workbench is drawn.
 * @param {string} address
 * @param {{
 *   readonly width?: number,
 *   readonly height?: number,
 *   readonly scale?: number,
 *   readonly locale?: string | undefined,
 *   readonly web?: import("./web-extension.mjs").WebDevelopment | undefined,
 *   readonly onLog?: (line: string) => void,
 *   readonly onExit?: (code: number) => void
 * }} [options] size in CSS pixels; `locale` is the language of the window; `onLog` hears the extension host's console, `onExit` the end of
 *   a test run; `web` is an extension to run in the web worker extension host
 * @returns {Promise<Window>}
 */
export async function openWindow(address, { width = 1280, height = 800, scale = 1, locale, web, onLog, onExit } = {}) {
  const browser = await startBrowser();
  try {
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
    await page.exposeFunction("codeAutomationLog", (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      const line = format(...args);
      if (!MUTTERING.some((pattern) => pattern.test(line))) onLog?.(line);
    });
    await page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => onExit?.(code));
    if (locale) await page.addInitScript(speak, locale);
    if (web) await developInPage(page, address, web);
    await page.goto(address, { waitUntil: "domcontentloaded" });
    await page.waitForSelector(".monaco-workbench .part.editor", { timeout: 60_000 });
    return { page, close: () => browser.close() };
  } catch (reason) {
    await browser.close();
    throw reason;
  }
}

/**
 * As a language pack does before the workbench starts; its own words stay English, those of extensions do not.
 * @param {string} locale
 */
function speak(locale) {
  Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: locale });
}

/** A browser may fail to come up on a busy machine; it is the one thing that is tried again. */
async function startBrowser() {
  const executablePath = await installBrowser();
  for (let attempt = 1; ; attempt++) {
    try {
      return await chromium.launch({ executablePath, args: ARGUMENTS, timeout: 60_000 });
    } catch (reason) {
      if (attempt === 3) throw reason;
    }
  }
}
