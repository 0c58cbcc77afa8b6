// @ts-check
/** Starts VS Code's own server (not code-server's wrapper around it: only this one honours the payload of a test). */

import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { installServer } from "./install.mjs";

/**
 * What a window opens: absolute paths on this machine.
 * @typedef {{
 *   readonly folder?: string,
 *   readonly developmentPaths?: readonly string[],
 *   readonly developmentKind?: string,
 *   readonly testsPath?: string,
 *   readonly openFile?: string
 * }} Opening
 */

/**
 * @typedef {{
 *   address(opening: Opening): string,
 *   readonly exited: Promise<number>,
 *   stop(): Promise<void>
 * }} Server
 */

const STARTS_WITHIN_MS = 60_000;

/**
 * A server on a free port. It knows its clients by a secret in the address, as any web page could try the port.
 * @param {{
 *   readonly userData: string,
 *   readonly extensions: string,
 *   readonly trusted?: boolean,
 *   readonly folder?: string,
 *   readonly log?: (text: string) => void
 * }} options `folder` is what an address without one opens
 * @returns {Promise<Server>}
 */
export async function serve({ userData, extensions, trusted = true, folder, log = () => {} }) {
  const host = await installServer();
  const secret = randomBytes(12).toString("hex");
  // The server leaves sockets in its temporary folder when it is ended.
  const temporary = join(userData, "tmp");
  await mkdir(temporary, { recursive: true });
  const child = spawn(
    host.node,
    [
      host.server,
      ...["--host", "127.0.0.1", "--port", "0", "--connection-token", secret],
      ...["--server-data-dir", join(userData, "server"), "--user-data-dir", userData, "--extensions-dir", extensions],
      ...["--accept-server-license-terms", "--telemetry-level", "off", "--enable-smoke-test-driver"],
      ...(trusted ? ["--disable-workspace-trust"] : []),
      ...(folder ? ["--default-folder", folder] : []),
    ],
    // A group of its own, so that its extension hosts end together with it; no gallery, so that it stays off the network.
    {
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, EXTENSIONS_GALLERY: "{}", TMPDIR: temporary, XDG_RUNTIME_DIR: temporary },
    },
  );
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  const endGroup = () => {
    try {
      if (child.pid) process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  process.once("exit", endGroup);
  const stop = async () => {
    process.removeListener("exit", endGroup);
    endGroup();
    await exited;
  };
  try {
    const port = await listeningPort(child, log);
    const origin = `127.0.0.1:${port}`;
    return { address: (opening) => address(origin, secret, opening), exited, stop };
  } catch (reason) {
    await stop();
    throw reason;
  }
}

/**
 * Installs a packaged extension, as `code --install-extension=x.vsix` does.
 * @param {string} vsix
 * @param {{ readonly userData: string, readonly extensions: string }} into
 */
export async function installExtension(vsix, { userData, extensions }) {
  const host = await installServer();
  const folders = ["--server-data-dir", join(userData, "server"), "--extensions-dir", extensions];
  const accept = ["--accept-server-license-terms", "--telemetry-level", "off"];
  await promisify(execFile)(host.node, [host.server, "--install-extension", vsix, ...folders, ...accept]);
}

/**
 * @param {string} origin
 * @param {string} secret
 * @param {Opening} opening
 */
function address(origin, secret, opening) {
  /** @param {string} path */
  const remote = (path) => `vscode-remote://${origin}${path}`;
  /** @type {[string, string][]} */
  const payload = [["skipWelcome", "true"]];
  for (const path of opening.developmentPaths ?? []) payload.push(["extensionDevelopmentPath", remote(path)]);
  if (opening.testsPath) payload.push(["extensionTestsPath", remote(opening.testsPath)]);
  if (opening.openFile) payload.push(["openFile", remote(opening.openFile)]);
  const url = new URL(`http://${origin}/`);
  url.searchParams.set("tkn", secret);
  if (opening.folder) {
    const isWorkspace = opening.folder.endsWith(".code-workspace");
    url.searchParams.set(isWorkspace ? "workspace" : "folder", opening.folder);
  }
  if (payload.length > 1) url.searchParams.set("payload", JSON.stringify(payload));
  return url.href;
}

/**
 * The port that the server says it listens on.
 * @param {import("node:child_process").ChildProcess} child
 * @param {(text: string) => void} log
 * @returns {Promise<number>}
 */
function listeningPort(child, log) {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(() => reject(new Error(`VS Code's server said no port:\n${output}`)), STARTS_WITHIN_MS);
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      const text = String(chunk);
      log(text);
      output += text;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port) {
        clearTimeout(timer);
        resolve(Number(port));
        output = "";
      }
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", reject);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ended with ${code}:\n${output}`));
    });
  });
}
