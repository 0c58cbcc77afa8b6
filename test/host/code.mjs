// @ts-check
/**
 * Stands in for VS Code's executable where VS Code cannot be downloaded: takes its command line, opens the window in a
 * headless browser, runs the tests that it names and ends with their exit code.
 */

import { readCommandLine } from "./command-line.mjs";
import { freshProfile } from "./profile.mjs";
import { serve } from "./serve.mjs";
import { openWindow } from "./window.mjs";

const asked = readCommandLine(process.argv.slice(2));
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.on(signal, () => process.exit(130));
process.exitCode = await runWindow();

async function runWindow() {
  const profile = freshProfile();
  const server = await serve({
    userData: asked.userData ?? profile.userData,
    extensions: asked.extensions ?? profile.extensions,
    trusted: asked.trusted,
  });
  try {
    /** @type {(code: number) => void} */
    let finish = () => {};
    /** @type {Promise<number>} */
    const finished = new Promise((resolve) => (finish = resolve));
    const window = await openWindow(server.address(asked.opening), { onLog: console.log, onExit: finish });
    window.page.once("crash", () => finish(1));
    window.page.once("close", () => finish(1));
    const code = await Promise.race([finished, server.exited.then((ended) => ended || 1)]);
    await window.close();
    return code;
  } finally {
    await server.stop();
    profile.remove();
  }
}
