// @ts-check
/**
 * Stands in for VS Code's executable where VS Code cannot be downloaded: takes its command line, opens the window in a
 * headless browser, runs the tests that it names and ends with their exit code.
 */

import { readCommandLine } from "./command-line.mjs";
import { freshProfile } from "./profile.mjs";
import { installExtension, serve } from "./serve.mjs";
import { serveExtension } from "./web-extension.mjs";
import { openWindow } from "./window.mjs";

const asked = readCommandLine(process.argv.slice(2));
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.on(signal, () => process.exit(130));

const own = freshProfile();
const userData = asked.userData ?? own.userData;
const extensions = asked.extensions ?? own.extensions;
process.once("exit", own.remove);
if (asked.install) await installExtension(asked.install, { userData, extensions });
else process.exitCode = await runWindow();

/** @returns {Promise<number>} the exit code */
async function runWindow() {
  const server = await serve({ userData, extensions, trusted: asked.trusted });
  try {
    /** @type {(code: number) => void} */
    let finish = () => {};
    /** @type {Promise<number>} */
    const finished = new Promise((resolve) => (finish = resolve));
    const { developmentKind, developmentPaths = [], testsPath, folder } = asked.opening;
    const web = developmentKind === "web" ? await serveExtension(developmentPaths[0] ?? "", testsPath) : undefined;
    const address = server.address(web ? { folder } : asked.opening);
    const window = await openWindow(address, { web, onLog: console.log, onExit: finish });
    window.page.once("crash", () => finish(1));
    window.page.once("close", () => finish(1));
    const code = await Promise.race([finished, server.exited.then((ended) => ended || 1)]);
    await window.close();
    web?.close();
    return code;
  } finally {
    await server.stop();
  }
}
