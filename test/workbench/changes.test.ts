import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../until.ts";
import { chooseTheme, openFile, pick, runCommand } from "./actions.ts";
import { keepWindow } from "./keep-window.ts";
import { rowLocator, showContainer, treeRow } from "./views.ts";
import { picture, projectRoot } from "./workbench.ts";

describe("what changed on the roadmap", () => {
  const window = keepWindow({ folder: join(projectRoot, "examples"), extension: projectRoot });
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=ana", "-c", "user.email=a@x", ...args], { cwd: window().folder });
  const edit = (path: string, from: string, to: string) => {
    const file = join(window().folder, path);
    const text = readFileSync(file, "utf8");
    assert.ok(text.includes(from), `${path} says ${from}`);
    writeFileSync(file, text.replace(from, to));
  };
  const preview = () => window().page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");

  /** The letters behind a row; VS Code draws them with a style sheet. */
  const badgeOf = (label: string): Promise<string> =>
    rowLocator(window(), "Roadmap", label)
      .locator(".monaco-icon-label")
      .first()
      .evaluate((element) => getComputedStyle(element, "::after").content);

  it("is told on a page, since the last commit", async () => {
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-q", "-m", "The plan");
    await openFile(window(), "features/wallet.md");
    edit("features/wallet.md", "timeframe: 2027-Q3", "timeframe: 2028-Q1");
    await showContainer(window(), "Throughline");
    await treeRow(window(), "Roadmap", "Wallet");
    await runCommand(window(), "Throughline: Roadmap Changes Since…");
    await pick(window(), "The Last Commit");
    await preview().getByText("1 change on the roadmap since the last commit.").waitFor();
    await preview().getByText("Q3 2027 → Q1 2028").waitFor();
  });

  it("stands behind the rows that changed, and follows what happens next", async () => {
    await until("S behind Wallet", async () => (await badgeOf("Wallet")).includes("S"));
    await picture(window(), "roadmap-changes-dark");
    edit("kpis/time-to-pay.md", "target: 35 s", "target: 40 s");
    await preview().getByText("35 s → 40 s").waitFor();
    await chooseTheme(window(), "light");
    await picture(window(), "roadmap-changes-light");
  });

  it("goes away when nobody wants it any more", async () => {
    await runCommand(window(), "Throughline: Hide Roadmap Changes");
    await until("no letter behind Wallet", async () => !(await badgeOf("Wallet")).includes("S"));
  });
});
