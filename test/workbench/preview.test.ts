import assert from "node:assert/strict";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { until } from "../until.ts";
import { chooseTheme, openFile, runCommand } from "./actions.ts";
import { lineThatReads, placeCursor } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { picture, projectRoot } from "./workbench.ts";

describe("the Markdown preview", () => {
  const window = keepWindow({ folder: join(projectRoot, "examples"), extension: projectRoot, theme: "light" });

  /** The frame that VS Code draws the preview in. */
  const drawn = (): Promise<Frame> =>
    until("the preview", async () => {
      for (const frame of window().page.frames()) {
        const found = frame.locator(".markdown-body h1");
        if ((await found.count().catch(() => 0)) > 0) return frame;
      }
      return false;
    });
  /** Does something in the preview; while it is drawn again its frame is gone, and a person would look again. */
  const inPreview = <T>(what: string, work: (frame: Frame) => Promise<T>): Promise<T> =>
    until(what, async () => {
      const frame = await drawn();
      return await work(frame).then(
        (value) => ({ value }),
        () => false as const,
      );
    }).then(({ value }) => value);
  const chipBehind = async (id: string): Promise<string | null> => {
    const name = (await drawn()).locator(".throughline-id", { hasText: new RegExp(`^${id}$`) }).first();
    const chip = name.locator("xpath=following-sibling::*[1][contains(@class, 'throughline-chip')]");
    // While it is drawn again there is no frame for a moment.
    return chip.textContent({ timeout: 1000 }).catch(() => null);
  };

  it("makes links of ids, with a chip that says where their items stand", async () => {
    await openFile(window(), "prds/second-purchase.md");
    await runCommand(window(), "Markdown: Open Locked Preview to the Side");
    await until("a chip behind FEAT-9", async () => (await chipBehind("FEAT-9")) === "planned");
    await runCommand(window(), "View: Focus First Editor Group");
    await inPreview("the last id", (frame) =>
      frame.locator(".throughline-id").last().scrollIntoViewIfNeeded({ timeout: 2000 }),
    );
    await picture(window(), "preview-light");
    await chooseTheme(window(), "dark");
    await picture(window(), "preview-dark");
    await chooseTheme(window(), "contrast");
    await picture(window(), "preview-contrast");
    const link = (frame: Frame) => frame.locator("a.throughline-id", { hasText: "FEAT-9" });
    const title = await inPreview("the link's title", (frame) => link(frame).getAttribute("title", { timeout: 2000 }));
    assert.match(title ?? "", /^Wallet · feature · /);
  });

  it("follows the plan while it changes elsewhere", async () => {
    await runCommand(window(), "View: Focus First Editor Group");
    await openFile(window(), "features/wallet.md");
    await placeCursor(window(), await lineThatReads(window(), "status: planned"), "status: planned".length + 1);
    await window().page.keyboard.press("Shift+Home");
    await window().page.keyboard.type("status: shipped");
    await until("the chip says so", async () => (await chipBehind("FEAT-9")) === "shipped");
    await runCommand(window(), "File: Revert File");
    await until("and says what it was", async () => (await chipBehind("FEAT-9")) === "planned");
  });

  it("leads to the document that an id names", async () => {
    await inPreview("the link", (frame) =>
      frame.locator("a.throughline-id", { hasText: "FEAT-9" }).click({ timeout: 2000 }),
    );
    await until("the wallet", async () =>
      (
        await Promise.all(
          window()
            .page.frames()
            .map((frame) =>
              frame
                .locator("h1#wallet")
                .count()
                .catch(() => 0),
            ),
        )
      ).some(Boolean),
    );
  });
});
