// @ts-check
/** Which VS Code runs the tests: a desktop one where it can be had and shown, else the server build in a browser. */

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } from "@vscode/test-electron";
import { cacheFolder, installBrowser, installServer } from "../host/install.mjs";

const RELEASES = "https://update.code.visualstudio.com/api/releases/stable";
const PATIENCE_MS = 5000;

/**
 * `executable` opens windows, `cli` installs extensions.
 * @typedef {{ readonly executable: string, readonly cli: string }} VSCode
 */

/**
 * @param {(line: string) => void} [say]
 * @returns {Promise<VSCode>}
 */
export async function findVSCode(say = console.error) {
  const executable = await downloadDesktop();
  if (executable) return { executable, cli: resolveCliPathFromVSCodeExecutablePath(executable) };
  await installServer(say);
  await installBrowser(say);
  const host = fileURLToPath(new URL("../host/code", import.meta.url));
  return { executable: host, cli: host };
}

/** The executable of a downloaded VS Code; `undefined` where it cannot be reached or there is no screen to show it. */
export async function downloadDesktop() {
  if (!hasScreen() || !(await isReachable(RELEASES))) return undefined;
  return downloadAndUnzipVSCode({ cachePath: join(cacheFolder, "vscode") });
}

function hasScreen() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @param {string} address */
async function isReachable(address) {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) })).ok;
  } catch {
    return false;
  }
}
