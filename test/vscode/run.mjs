// @ts-check
/**
 * Runs the suite inside a real VS Code.
 *
 *   node test/vscode/run.mjs [node|web|installed]
 *
 * `node` runs the extension from this checkout in the Node extension host, `web` in the web worker extension host, and
 * `installed` runs the packaged extension as a person would install it.
 */

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runTests, TestRunFailedError } from "@vscode/test-electron";
import { build } from "esbuild";
import { freshProfile } from "../host/profile.mjs";
import { findVSCode } from "./find-vscode.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const suite = fileURLToPath(new URL("suite", import.meta.url));
const out = join(root, "out", "vscode");

/** Bytes: what a person downloads. */
const LARGEST_PACKAGE = 1_000_000;

/** @type {Record<string, (profile: import("../host/profile.mjs").Profile, cli: string) => Promise<Subject>>} */
const hosts = { node: async () => fromCheckout(), web: async () => forWeb(), installed };

/**
 * What is tested: an extension folder, and the bundled suite.
 * @typedef {{ readonly extension: string, readonly tests: string }} Subject
 */

const host = process.argv[2] ?? "node";
const prepare = hosts[host];
if (!prepare) throw new Error(`There is no host "${host}": ${Object.keys(hosts).join(", ")}.`);

const vscode = await findVSCode();
const profile = freshProfile();
try {
  const { extension, tests } = await prepare(profile, vscode.cli);
  const folder = join(profile.root, "examples");
  cpSync(join(root, "examples"), folder, { recursive: true });
  await runTests({
    vscodeExecutablePath: vscode.executable,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    launchArgs: [
      folder,
      `--user-data-dir=${profile.userData}`,
      `--extensions-dir=${profile.extensions}`,
      ...(host === "web" ? ["--extensionDevelopmentKind=web"] : []),
    ],
  });
} catch (reason) {
  // What failed has been said inside VS Code.
  if (!(reason instanceof TestRunFailedError)) throw reason;
  process.exitCode = reason.code ?? 1;
} finally {
  profile.remove();
}

/** @returns {Promise<Subject>} */
async function fromCheckout() {
  return { extension: root, tests: await bundle("node", join(out, "node.cjs")) };
}

/**
 * The web extension host takes an extension that has nothing but a `browser` entry, and only tests from inside it.
 * @returns {Promise<Subject>}
 */
async function forWeb() {
  const extension = join(out, "web");
  rmSync(extension, { recursive: true, force: true });
  mkdirSync(extension, { recursive: true });
  const { main, ...manifest } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  if (!main || !manifest.browser) throw new Error("package.json must have both `main` and `browser`.");
  writeFileSync(join(extension, "package.json"), JSON.stringify(manifest));
  const left = new Set(["package.json", "node_modules", "out"]);
  for (const name of readdirSync(root)) {
    if (!left.has(name) && !name.startsWith(".")) symlinkSync(join(root, name), join(extension, name));
  }
  return { extension, tests: await bundle("web", join(extension, "suite.cjs")) };
}

/**
 * The package itself, installed into an empty profile; VS Code wants an extension to develop beside it, so it gets an
 * empty one.
 * @param {import("../host/profile.mjs").Profile} profile
 * @param {string} cli
 * @returns {Promise<Subject>}
 */
async function installed(profile, cli) {
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const vsix = join(root, `${name}-${version}.vsix`);
  execFileSync("npm", ["run", "--silent", "package"], { cwd: root, stdio: "inherit" });
  const { size } = statSync(vsix);
  if (size > LARGEST_PACKAGE) throw new Error(`The package has ${size} bytes, more than ${LARGEST_PACKAGE}.`);
  execFileSync(
    cli,
    [`--install-extension=${vsix}`, `--user-data-dir=${profile.userData}`, `--extensions-dir=${profile.extensions}`],
    { stdio: "inherit" },
  );
  const extension = join(profile.root, "empty");
  mkdirSync(extension);
  const empty = { name: "empty", publisher: "test", version: "0.0.0", engines: { vscode: "*" } };
  writeFileSync(join(extension, "package.json"), JSON.stringify(empty));
  return { extension, tests: await bundle("node", join(out, "installed.cjs")) };
}

/**
 * One file with mocha and every test in it, as the web extension host loads one file only.
 * @param {"node" | "web"} kind
 * @param {string} outfile
 */
async function bundle(kind, outfile) {
  const files = readdirSync(suite).filter((file) => file.endsWith(".test.ts"));
  await build({
    stdin: {
      contents: ['export { run } from "./mocha.ts";', ...files.map((file) => `import "./${file}";`)].join("\n"),
      resolveDir: suite,
    },
    bundle: true,
    format: "cjs",
    platform: kind === "web" ? "browser" : "node",
    target: "es2022",
    external: ["vscode"],
    // Mocha's browser build would take the exports of the bundle for its own.
    define: { exports: "undefined" },
    sourcemap: "inline",
    logLevel: "warning",
    outfile,
  });
  return outfile;
}
