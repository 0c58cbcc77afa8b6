// @ts-check
/**
 * An extension as VS Code on the web sees it: behind an address. From the server's own folders it would run, too, but
 * the web worker extension host refuses to start further workers from there, and a language server is one.
 */

import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, relative } from "node:path";

/**
 * What a page is told to develop: the address of an extension, and of the suite inside it.
 * @typedef {{ readonly extension: string, readonly tests: string | undefined }} WebDevelopment
 */

/** @type {Readonly<Record<string, string>>} */
const TYPES = { ".cjs": "text/javascript", ".js": "text/javascript", ".json": "application/json" };

/**
 * Serves a folder to pages of this machine.
 * @param {string} folder
 * @param {string | undefined} testsPath a file in it
 * @returns {Promise<WebDevelopment & { close(): void }>}
 */
export async function serveExtension(folder, testsPath) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const file = createReadStream(join(folder, path));
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Content-Type", TYPES[extname(path)] ?? "application/octet-stream");
    file.once("error", () => response.writeHead(404).end());
    file.once("open", () => file.pipe(response));
  });
  await new Promise((resolve) => server.listen(0, "localhost", () => resolve(undefined)));
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("The extension's folder has no port.");
  const extension = `http://localhost:${at.port}`;
  const tests = testsPath && `${extension}/${relative(folder, testsPath)}`;
  return { extension, tests, close: () => server.close() };
}

/**
 * Tells the workbench what to develop, in the configuration that its page carries.
 * @param {import("playwright-core").Page} page
 * @param {string} address of the page
 * @param {WebDevelopment} development
 */
export async function developInPage(page, address, { extension, tests }) {
  await page.route(address.replace(/\?.*/, "**"), async (route) => {
    if (route.request().resourceType() !== "document" || route.request().frame() !== page.mainFrame()) {
      return route.fallback();
    }
    const response = await route.fetch();
    const told = { extensions: [parts(extension)], extensionTestsPath: tests && parts(tests) };
    const body = (await response.text()).replace(
      /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
      (_, before, settings) => {
        const configuration = JSON.parse(settings.replaceAll("&quot;", '"'));
        Object.assign(configuration.developmentOptions, told);
        return `${before}${JSON.stringify(configuration).replaceAll('"', "&quot;")}"`;
      },
    );
    // The page's policy allows no other address than its own.
    const { "content-security-policy": _policy, ...headers } = response.headers();
    await route.fulfill({ response, headers, body });
  });
}

/**
 * An address in the parts that VS Code revives.
 * @param {string} address
 */
function parts(address) {
  const { protocol, host, pathname } = new URL(address);
  return { $mid: 1, scheme: protocol.slice(0, -1), authority: host, path: pathname };
}
