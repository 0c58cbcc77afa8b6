// @ts-check
/** A user's folders as on the first day: nothing remembered, nothing installed, and the settings that keep VS Code quiet. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Settings of every window that tests open: no welcome page, no assistant, no network, nothing that blinks.
 * @type {Readonly<Record<string, unknown>>}
 */
const quietSettings = {
  "chat.disableAIFeatures": true,
  "editor.cursorBlinking": "solid",
  "editor.minimap.enabled": false,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.commandCenter": false,
  "workbench.enableExperiments": false,
  "workbench.layoutControl.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/**
 * @typedef {{
 *   readonly root: string,
 *   readonly userData: string,
 *   readonly extensions: string,
 *   remove(): void
 * }} Profile Absolute paths.
 */

/**
 * A profile in a temporary folder. The path is kept short: VS Code puts a socket below it, and those have a limit.
 * @param {Readonly<Record<string, unknown>>} [settings] added to the quiet ones
 * @returns {Profile}
 */
export function freshProfile(settings = {}) {
  const root = mkdtempSync(join(tmpdir(), "tl-"));
  const userData = join(root, "u");
  const extensions = join(root, "e");
  mkdirSync(join(userData, "User"), { recursive: true });
  mkdirSync(extensions);
  writeFileSync(join(userData, "User", "settings.json"), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  return { root, userData, extensions, remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }) };
}
