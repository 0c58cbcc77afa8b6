// @ts-check
/** Which VS Code runs the tests: a desktop one where it can be had and shown, else the server build in a browser. */

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } from "@vscode/test-electron";
import { cacheFolder, installHost } from "../host/install.mjs";

const RELEASES = "https://update.code.visualstudio.com/api/releases/stable";
const PATIENCE_MS = 5000;

/**
 * `executable` opens windows, `cli` installs extensions.
 * @typedef {{ readonly executable: string, readonly cli: string, readonly desktop: boolean }} VSCode
 */

/**
 * @param {(line: string) => void} [say]
 * @returns {Promise<VSCode>}
 */
export async function findVSCode(say = console.error) {
  if (hasScreen() && (await isReachable(RELEASES))) {
    const executable = await downloadAndUnzipVSCode({ cachePath: join(cacheFolder, "vscode") });
    return { executable, cli: resolveCliPathFromVSCodeExecutablePath(executable), desktop: true };
  }
  await installHost(say);
  const executable = fileURLToPath(new URL("../host/code", import.meta.url));
  return { executable, cli: executable, desktop: false };
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
