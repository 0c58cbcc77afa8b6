// @ts-check
/** The part of VS Code's command line that `runTests` and people use. */

import { resolve } from "node:path";

/**
 * @typedef {{
 *   readonly opening: import("./serve.mjs").Opening,
 *   readonly userData: string | undefined,
 *   readonly extensions: string | undefined,
 *   readonly trusted: boolean,
 *   readonly install: string | undefined
 * }} CommandLine
 */

/**
 * Paths become absolute. Options that only concern a desktop window (`--no-sandbox`, `--disable-gpu-sandbox`, …) say
 * nothing here.
 * @param {readonly string[]} args as in `code folder --extensionDevelopmentPath=x`
 * @returns {CommandLine}
 */
export function readCommandLine(args) {
  /** @param {string} name */
  const all = (name) => args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
  /** @param {string} name */
  const path = (name) =>
    all(name)
      .map((value) => resolve(value))
      .at(-1);
  const folder = args.find((arg) => !arg.startsWith("-"));
  return {
    opening: {
      folder: folder === undefined ? undefined : resolve(folder),
      developmentPaths: all("extensionDevelopmentPath").map((value) => resolve(value)),
      developmentKind: all("extensionDevelopmentKind").at(-1),
      testsPath: path("extensionTestsPath"),
    },
    userData: path("user-data-dir"),
    extensions: path("extensions-dir"),
    trusted: args.includes("--disable-workspace-trust"),
    install: path("install-extension"),
  };
}
