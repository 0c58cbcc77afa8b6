// @ts-check
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const mains = fileURLToPath(new URL("../server/src/main", import.meta.url));

/**
 * What the server in Node and the server in a worker have in common, which is nearly all of it, as one file that both
 * read. The file is a function: who calls it hands it `vscode-languageserver`, which is another one in a worker.
 * @type {import("esbuild").BuildOptions & { entryPoints: string[], outfile: string }}
 */
export const core = {
  entryPoints: ["core"],
  outfile: "dist/core.js",
  format: "cjs",
  external: ["vscode-languageserver"],
  // In parentheses V8 reads it once: of any other function it first looks where it ends, a quarter of a start.
  banner: {
    js: '(typeof module === "object" ? module : self.core = {}).exports = (function (require, module) {"use strict";',
  },
  footer: { js: "return module.exports; });" },
};

/**
 * The entry of the core: whatever the files in `main/` take from the other rooms.
 * @type {import("esbuild").Plugin}
 */
export const coreEntry = {
  name: "core-entry",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^core$/ }, ({ path }) => ({ path, namespace: "core" }));
    onLoad({ filter: /^core$/, namespace: "core" }, async () => {
      const lines = [...(await takenFromOthers())].map(([from, names]) => `export { ${[...names]} } from "${from}";`);
      return { contents: lines.join("\n"), resolveDir: mains };
    });
  },
};

/**
 * Takes what comes from other rooms than `main/` out of the core's file.
 * @param {string} found The expression that answers what the file has exported.
 * @returns {import("esbuild").Plugin}
 */
export const coreApart = (found) => ({
  name: "core-apart",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^\.\.\// }, ({ importer }) =>
      importer.startsWith(mains) ? { path: "core", namespace: "core" } : undefined,
    );
    onResolve({ filter: /^\.\/core\.js$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /^core$/, namespace: "core" }, async () => {
      const names = [...(await takenFromOthers()).values()].flatMap((some) => [...some]);
      const contents = `import * as library from "vscode-languageserver";
        export const { ${names} } = (${found})(() => library, { exports: {} });`;
      return { contents, resolveDir: mains };
    });
  },
});

/** Which names the files in `main/` import from which files of other rooms. */
async function takenFromOthers() {
  /** @type {Map<string, Set<string>>} */
  const taken = new Map();
  for (const file of (await readdir(mains)).filter((name) => name !== "cli.ts").sort()) {
    const source = await readFile(join(mains, file), "utf8");
    for (const [, list = "", from = ""] of source.matchAll(/^import \{([^}]*)\} from "(\.\.\/[^"]+)"/gm)) {
      const names = taken.get(from) ?? new Set();
      taken.set(from, names);
      for (const name of list.split(",").map((each) => each.trim()))
        if (name !== "" && !name.startsWith("type ")) names.add(name);
    }
  }
  return taken;
}
