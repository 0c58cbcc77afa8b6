// @ts-check
/**
 * Puts the server build of VS Code, the Node it wants and a browser on this machine, once. Everything from npm lands
 * in a cache outside the checkout, so that a fresh clone finds it again.
 */

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir, platform } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const VSCODE = { name: "code-server", version: "4.139.1" };
const NODE = { name: `node-linux-${process.arch}`, version: "24.21.0" };

const MUCH_OUTPUT = 64 * 1024 * 1024;

/** Where everything that tests download is kept, outside the checkout. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "throughline");

/**
 * Installs VS Code's server unless it is there: absolute paths of the server and of the Node that runs it.
 * @param {(line: string) => void} [say] what is being done, for a person who waits
 * @returns {Promise<{ readonly node: string, readonly server: string }>}
 */
export async function installServer(say = console.error) {
  if (platform() !== "linux") {
    throw new Error("VS Code could not be downloaded, and its server build from npm runs on Linux only.");
  }
  const node = join(await fromNpm(NODE, say), "bin", "node");
  const code = await fromNpm(VSCODE, say, async (root) => {
    // The server build lists the dependencies of the workbench and of its built-in extensions without carrying them.
    for (const folder of ["lib/vscode", "lib/vscode/extensions"]) await npmInstall(join(root, folder), [], node);
  });
  return { node, server: join(code, "lib/vscode/out/server-main.js") };
}

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * The path of a browser, installed from the system's packages where this process may.
 * @param {(line: string) => void} [say]
 */
export async function installBrowser(say = console.error) {
  const there = BROWSERS.find((path) => existsSync(path));
  if (there) return there;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    throw new Error(
      "VS Code could not be downloaded, and its server build needs a browser: install `chromium` (on Debian or Ubuntu: sudo apt-get install chromium fonts-liberation), then run this again.",
    );
  }
  say("Installing chromium from the system's packages (once) …");
  const packages = ["chromium", "fonts-liberation", "fonts-dejavu-core"];
  const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, maxBuffer: MUCH_OUTPUT };
  await run("apt-get", ["update", "-qq"], options);
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], options);
  return "/usr/bin/chromium";
}

/**
 * One package in the cache. The work happens in a folder of its own that gets its final name at the very end: an
 * interrupted installation leaves nothing that could be taken for a finished one, and two at a time do not collide.
 * @param {{ name: string, version: string }} wanted
 * @param {(line: string) => void} say
 * @param {(root: string) => Promise<void>} [finish]
 */
async function fromNpm({ name, version }, say, finish) {
  const final = join(cacheFolder, `${name}-${version}`);
  const root = join(final, "node_modules", name);
  if (existsSync(root)) return root;
  say(`Installing ${name}@${version} into ${final} (once) …`);
  await mkdir(cacheFolder, { recursive: true });
  await removeAbandonedDrafts();
  const draft = await mkdtemp(join(cacheFolder, DRAFT));
  try {
    await writeFile(join(draft, "package.json"), "{}");
    await npmInstall(draft, [`${name}@${version}`]);
    await finish?.(join(draft, "node_modules", name));
    await rename(draft, final).catch((reason) => {
      if (!existsSync(root)) throw reason;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return root;
}

const DRAFT = ".draft-";
const ABANDONED_AFTER_MS = 60 * 60_000;

/** Installations that were killed and have not moved for an hour; a younger one may still be at work. */
async function removeAbandonedDrafts() {
  for (const name of await readdir(cacheFolder)) {
    const path = join(cacheFolder, name);
    if (!name.startsWith(DRAFT) || Date.now() - (await stat(path)).mtimeMs < ABANDONED_AFTER_MS) continue;
    await rm(path, { recursive: true, force: true });
  }
}

/**
 * No install scripts: nothing is compiled, and the workbench does without what they would have built.
 * @param {string} folder
 * @param {readonly string[]} packages
 * @param {string} [node] the Node that must run npm, where the packages insist on their own
 */
async function npmInstall(folder, packages, node) {
  const path = node ? `${dirname(node)}:${process.env.PATH}` : process.env.PATH;
  const flags = ["--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  await run("npm", ["install", ...flags, ...packages], {
    cwd: folder,
    env: { ...process.env, PATH: path },
    maxBuffer: MUCH_OUTPUT,
  });
}
