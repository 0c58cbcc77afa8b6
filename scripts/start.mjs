// @ts-check
/**
 * Builds, checks `examples/` in the terminal, and opens them in a real VS Code with the extension running.
 *
 *   npm start [-- --browser]
 *
 * VS Code is `code` if there is one, else a downloaded one, else its server build in the browser; `--browser` always
 * takes the last.
 */

import { spawn, spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freshProfile } from "../test/host/profile.mjs";
import { serve } from "../test/host/serve.mjs";
import { downloadDesktop } from "../test/vscode/find-vscode.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const examples = join(root, "examples");
const profile = freshProfile();
process.once("exit", profile.remove);
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => process.exit(0));

/** @param {readonly string[]} args of Node */
const node = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status ?? 1;

if (node("scripts/build.mjs") !== 0) process.exit(1);
console.log("\n$ throughline check examples\n");
if (node("dist/cli.cjs", "check", "examples") > 1) process.exit(1);
console.log();

const desktop = process.argv.includes("--browser") ? undefined : (installedCode() ?? (await downloadDesktop()));
if (desktop) openDesktop(desktop);
else await openInBrowser();

/** The `code` of this machine, which opens the window in the person's own VS Code. */
function installedCode() {
  return spawnSync("code", ["--version"], { shell: process.platform === "win32" }).status === 0 ? "code" : undefined;
}

/** @param {string} executable */
function openDesktop(executable) {
  console.log(`Opening examples/ with ${executable}. Close the window to end.`);
  const own = executable === "code" ? ["--new-window", "--wait"] : profileArguments();
  const args = [examples, `--extensionDevelopmentPath=${root}`, ...own];
  spawn(executable, args, { stdio: "ignore", shell: process.platform === "win32" }).once("exit", (code) =>
    process.exit(code ?? 0),
  );
}

function profileArguments() {
  return ["--skip-welcome", `--user-data-dir=${profile.userData}`, `--extensions-dir=${profile.extensions}`];
}

async function openInBrowser() {
  symlinkSync(root, join(profile.extensions, "throughline.throughline-0.0.0"));
  const server = await serve({ userData: profile.userData, extensions: profile.extensions, folder: examples });
  console.log("VS Code could not be found or downloaded, so its server build shows examples/ in your browser:\n");
  console.log(`  ${server.address({})}\n`);
  console.log("Ctrl+C ends it.");
  process.exitCode = await server.exited;
}
