import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { openWindow } from "../host/window.mjs";
import { until } from "../until.ts";
import { projectRoot } from "./workbench.ts";

describe("npm start in the browser", () => {
  let start: ChildProcess;
  let output = "";

  before(() => {
    start = spawn(process.execPath, [join(projectRoot, "scripts/start.mjs"), "--browser"]);
    start.stdout?.on("data", (chunk) => (output += chunk));
    start.stderr?.on("data", (chunk) => (output += chunk));
  });
  after(() => start.kill("SIGTERM"));

  it("says what is in the plan and prints an address that shows it", async () => {
    const address = await until("an address", () => {
      assert.equal(start.exitCode, null, output);
      return /http:\/\/127\.0\.0\.1:\S+/.exec(output)?.[0];
    });
    assert.match(output, /missing-kpi/);
    const { page, close } = await openWindow(address);
    try {
      await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "throughline.yaml" }).waitFor();
      await page.locator('.activitybar .action-label[aria-label^="Throughline"]').waitFor();
    } finally {
      await close();
    }
  });

  it("ends with Ctrl+C", async () => {
    start.kill("SIGINT");
    await until("it has ended", () => start.exitCode !== null || start.signalCode !== null);
    assert.equal(start.exitCode, 0);
  });
});
