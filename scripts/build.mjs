// @ts-check
/**
 * Bundles what runs: the extension and the language server, each for Node and for the web, and the command line.
 *
 *   node scripts/build.mjs [--production] [--watch]
 */

import { statSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";
import { core, coreApart, coreEntry } from "./core-apart.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: "cjs",
  target: "es2022",
  minify: production,
  sourcemap: production ? false : "linked",
  legalComments: "none",
  logLevel: "info",
};

/** @type {import("esbuild").BuildOptions} */
const forNode = { ...common, platform: "node", target: "node20" };
/** @type {import("esbuild").BuildOptions} */
const forWeb = {
  ...common,
  platform: "browser",
  // Both ends run in workers, where there is no `document`.
  conditions: ["worker"],
  mainFields: ["browser", "module", "main"],
};

/**
 * The client library is nine tenths of the client, and a window without specs never needs it: it lies in a file of its own,
 * which is read when the server is started. On the web there can be but one file.
 * @type {import("esbuild").Plugin}
 */
const libraryApart = {
  name: "library-apart",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^vscode-languageclient(\/node)?$/ }, ({ kind }) =>
      kind === "entry-point" ? undefined : { path: "./language-client.cjs", external: true },
    ),
};

/**
 * To serve an editor the command line reads the server's file: it is half as long without it, and nobody who only checks
 * waits until the other half has been looked through.
 * @type {import("esbuild").Plugin}
 */
const serverApart = {
  name: "server-apart",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/node\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./server.cjs", external: true } : undefined,
    ),
};

/**
 * Catalogues of languages without the English, which the program has already: each form goes by a short name, the one that
 * `server/src/lsp/form-name.ts` gives it.
 * @type {import("esbuild").Plugin}
 */
const shortForms = {
  name: "short-forms",
  setup: ({ onLoad }) =>
    onLoad({ filter: /l10n[\\/]server\.\w+\.json$/ }, async ({ path }) => {
      /** @type {Record<string, string>} */
      const forms = JSON.parse(await readFile(path, "utf8"));
      const short = new Map(Object.entries(forms).map(([form, words]) => [formName(form), words]));
      if (short.size !== Object.keys(forms).length) throw new Error(`Two forms of ${path} have one name.`);
      return { contents: JSON.stringify(Object.fromEntries(short)), loader: "json" };
    }),
};

/** @param {string} form */
function formName(form) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < form.length; at++) hash = Math.imul(hash ^ form.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** @type {readonly (import("esbuild").BuildOptions & { entryPoints: string[], outfile: string })[]} */
const bundles = [
  {
    ...forNode,
    entryPoints: ["client/src/node.ts"],
    outfile: "dist/client.cjs",
    external: ["vscode"],
    plugins: [libraryApart],
    // What VS Code loads, it loads by `require`, which also knows `vscode`.
    supported: { "dynamic-import": false },
  },
  {
    ...forNode,
    entryPoints: ["vscode-languageclient/node"],
    outfile: "dist/language-client.cjs",
    external: ["vscode"],
  },
  { ...forWeb, entryPoints: ["client/src/browser.ts"], outfile: "dist/client.browser.cjs", external: ["vscode"] },
  { ...forWeb, ...core, plugins: [coreEntry, shortForms] },
  {
    ...forNode,
    plugins: [coreApart('require("./core.js")')],
    entryPoints: ["server/src/main/node.ts"],
    outfile: "dist/server.cjs",
  },
  {
    ...forWeb,
    plugins: [coreApart("self.core.exports")],
    entryPoints: ["server/src/main/browser.ts"],
    outfile: "dist/server.browser.js",
    format: "iife",
  },
  { ...forWeb, entryPoints: ["client/src/webview/main.ts"], outfile: "dist/panel.js", format: "iife" },
  {
    ...forNode,
    plugins: [serverApart],
    entryPoints: ["server/src/main/cli.ts"],
    outfile: "dist/cli.cjs",
    banner: { js: "#!/usr/bin/env node" },
  },
];

await rm(`${root}/dist`, { recursive: true, force: true });
await packSample();
// A worker is given scripts by the name of scripts only, and Node takes them for modules without this.
await writeFile(`${root}/dist/package.json`, '{ "type": "commonjs" }\n');
if (watch) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  await Promise.all(bundles.map((bundle) => build({ ...bundle, logLevel: "warning" })));
  for (const { outfile } of bundles)
    console.log(`${outfile}  ${Math.round(statSync(`${root}/${outfile}`).size / 1000)} kB`);
  await chmod(`${root}/dist/cli.cjs`, 0o755);
}

/** The sample product as one file, path to text: on the web an extension cannot list its own folders. */
async function packSample() {
  const folder = join(root, "examples");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  /** @type {Record<string, string>} */
  const sample = {};
  for (const path of paths.sort()) sample[relative(folder, path).split(sep).join("/")] = await readFile(path, "utf8");
  await mkdir(join(root, "dist"), { recursive: true });
  await writeFile(join(root, "dist/sample.json"), JSON.stringify(sample));
}
