import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { until } from "../until.ts";
import { openFile } from "./actions.ts";
import { placeCursor } from "./editor.ts";
import { problemRows } from "./problems.ts";
import { badgeOf } from "./views.ts";
import { openWorkbench, projectRoot, type Workbench } from "./workbench.ts";

/** A readme, a post of a Hugo site, and notes of a vault whose owner has words like ours for other things. */
const files: Readonly<Record<string, string>> = {
  "README.md": "# Library\n\nFast. See [the guide](docs/guide.md) and FEAT-1.\n",
  "content/posts/hello.md": "---\ntitle: Hello\ntype: post\ndate: 2026-11-01\n---\n\nFirst post.\n",
  "vault/Dark mode.md": "---\ntype: feature\nstatus: someday\n---\n\n[[Ideas]]\n",
  "vault/Move to Berlin.md": "---\ntype: decision\ntags: [life]\n---\n\n[[Nowhere]]\n",
};

describe("in a folder of ordinary Markdown", () => {
  const folder = mkdtempSync(join(tmpdir(), "plain-"));
  let workbench: Workbench;

  before(async () => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    workbench = await openWorkbench({ folder, extension: projectRoot });
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("no server starts", async () => {
    await openFile(workbench, "README.md");
    await openFile(workbench, "content/posts/hello.md");
    // The extension is awake by now, as Markdown is open; what it could start, it would have started.
    await workbench.page.waitForTimeout(3_000);
    assert.equal(await statusLine(workbench), undefined);
  });

  it("a document becomes a spec while its type is typed", async () => {
    await placeCursor(workbench, 3, 11);
    for (const _ of "post") await workbench.page.keyboard.press("Backspace");
    await workbench.page.keyboard.type("prd");
    await until("the server has read the folder", async () =>
      (await statusLine(workbench))?.includes("1 spec, 1 item in 4 files"),
    );
  });

  it("words like ours for other things are left alone", async () => {
    await openFile(workbench, "vault/Dark mode.md");
    await openFile(workbench, "vault/Move to Berlin.md");
    await workbench.page.waitForTimeout(2_000);
    assert.deepEqual(await problemRows(workbench), []);
    assert.equal(await badgeOf(workbench, "Throughline"), undefined);
  });
});

/** Our line behind `{}` in the status bar: it is there while the server runs. */
async function statusLine({ page }: Workbench): Promise<string | undefined> {
  const entry = page.locator('.statusbar-item[id*="languageStatus"]').first();
  await entry.waitFor();
  await entry.click();
  const hover = page.locator(".hover-language-status");
  await hover.first().waitFor();
  const lines = await hover.allInnerTexts();
  await page.keyboard.press("Escape");
  return lines.find((line) => /specs?\b|documents/i.test(line));
}
