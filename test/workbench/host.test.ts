import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCommandLine } from "../host/command-line.mjs";
import { freshProfile } from "../host/profile.mjs";
import { projectRoot } from "./workbench.ts";

describe("the executable that stands in for VS Code", () => {
  const profile = freshProfile();
  const extension = join(profile.root, "extension");
  const code = join(projectRoot, "test/host/code");

  before(() => {
    mkdirSync(extension);
    const manifest = { name: "empty", publisher: "test", version: "0.0.0", engines: { vscode: "*" } };
    writeFileSync(join(extension, "package.json"), JSON.stringify(manifest));
  });
  after(profile.remove);

  /** Runs a suite whose `run` has this body, in a folder with one file. */
  function runSuite(body: string) {
    const tests = join(extension, "suite.cjs");
    writeFileSync(tests, `const vscode = require("vscode"); exports.run = async () => { ${body} };`);
    const paths = [`--extensionDevelopmentPath=${extension}`, `--extensionTestsPath=${tests}`];
    const profiles = [`--user-data-dir=${profile.userData}`, `--extensions-dir=${profile.extensions}`];
    return spawnSync(code, [extension, ...paths, ...profiles, "--disable-workspace-trust"], { encoding: "utf8" });
  }

  it("ends with 0 after a suite that passes, and repeats what it printed", () => {
    const { status, stdout } = runSuite('console.log("%d folder", vscode.workspace.workspaceFolders.length)');
    assert.match(stdout, /^1 folder$/m);
    assert.equal(status, 0);
  });

  it("ends with 1 after a suite that fails, and says why", () => {
    const { status, stdout } = runSuite('throw new Error("two is not three")');
    assert.match(stdout, /two is not three/);
    assert.equal(status, 1);
  });

  it("reads VS Code's command line", () => {
    const { opening, trusted, install } = readCommandLine(["--no-sandbox", "/a", "--extensionTestsPath=/b/../c.js"]);
    assert.deepEqual([opening.folder, opening.testsPath, trusted, install], ["/a", "/c.js", false, undefined]);
  });
});
