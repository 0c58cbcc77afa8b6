import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pseudo } from "../../server/src/base/pseudo.ts";
import { until } from "../until.ts";
import { commandsFor, openFile } from "./actions.ts";
import { hoverAtCursor, openQuickFixes, placeCursor, showProblem } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { resizeSidebar, showContainer, treeRow, treeRows } from "./views.ts";
import { openWorkbench, picture, projectRoot, type Workbench } from "./workbench.ts";

const PRD = "prds/faster-checkout.md";
const needs = lineOf("Depends on: FEAT-9");

describe("in German", () => {
  const window = keepWindow({ folder: join(projectRoot, "examples"), extension: projectRoot, locale: "de" });

  it("the roadmap speaks German, and dates and names stay as they are", async () => {
    await openFile(window(), PRD);
    await showContainer(window(), "Throughline");
    await resizeSidebar(window(), 600);
    await treeRow(window(), "Roadmap", "Faster checkout");
    const described = (await treeRows(window(), "Roadmap")).map(({ description }) => description).join("\n");
    assert.match(described, /Q1 2027/);
    assert.match(described, /gefährdet|nicht auf Kurs|von \d+ erledigt/);
    assert.doesNotMatch(described, /at risk|off track|of \d+ done/);
    await picture(window(), "german-roadmap");
  });

  it("problems, their fixes and hovers do", async () => {
    await placeCursor(window(), lineOf("goals: GOAL-1"), 10);
    assert.match(await hoverAtCursor(window()), /Ziel · .*Wann: .*Verantwortlich: /s);
    await picture(window(), "german-hover");
    await window().page.keyboard.press("Escape");
    await placeCursor(window(), needs, 1);
    assert.match(await showProblem(window()), /braucht .*, geplant für/);
    await picture(window(), "german-problem");
    await window().page.keyboard.press("Escape");
    await placeCursor(window(), needs, 14);
    const fixes = await openQuickFixes(window());
    assert.ok(
      fixes.some((title) => /ignorieren|nachlesen|entfernen/.test(title)),
      fixes.join(", "),
    );
    await picture(window(), "german-fixes");
    await window().page.keyboard.press("Escape");
  });

  it("commands do", async () => {
    const commands = await commandsFor(window(), "Throughline: Feld");
    assert.ok(
      commands.some((title) => title.includes("Feld setzen…")),
      commands.join(", "),
    );
  });
});

/** Everything that we say stands in brackets: what stands in none is VS Code's, or was forgotten. */
describe("in the pseudo-locale", () => {
  let extension: string;
  let workbench: Workbench;

  before(async () => {
    extension = inPseudo();
    workbench = await openWorkbench({ folder: join(projectRoot, "examples"), extension, locale: "qps-ploc" });
  });
  after(async () => {
    await workbench?.close();
    rmSync(extension, { recursive: true, force: true });
  });

  it("the roadmap, a card, a problem and its fixes say nothing in English", async () => {
    await openFile(workbench, PRD);
    await showContainer(workbench, "Throughline");
    await resizeSidebar(workbench, 600);
    const named = (text: string) =>
      workbench.page
        .locator(".pane-header .title", { hasText: pseudo.form(text) })
        .first()
        .waitFor();
    for (const view of ["Roadmap", "This Document"]) await named(view);
    const rows = workbench.page.locator(".tree-explorer-viewlet-tree-view .monaco-list-row");
    await rows.filter({ hasText: "Faster checkout" }).waitFor();
    for (const row of await rows.all()) expectOurs((await row.getAttribute("aria-label")) ?? "");
    for (const text of await rows.allInnerTexts()) expectOurs(text);
    await picture(workbench, "pseudo-roadmap");
    await placeCursor(workbench, lineOf("goals: GOAL-1"), 10);
    expectOurs(await hoverAtCursor(workbench));
    await picture(workbench, "pseudo-hover");
    await workbench.page.keyboard.press("Escape");
    await placeCursor(workbench, needs, 1);
    expectOurs(await showProblem(workbench));
    await picture(workbench, "pseudo-problem");
    await workbench.page.keyboard.press("Escape");
    await placeCursor(workbench, needs, 15);
    for (const title of await openQuickFixes(workbench)) expectOurs(title);
    await picture(workbench, "pseudo-fixes");
    await workbench.page.keyboard.press("Escape");
  });

  it("a folder without documents is welcomed in it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "empty-"));
    writeFileSync(join(folder, "README.md"), "# Nothing of ours\n");
    const empty = await openWorkbench({ folder, extension, locale: "qps-ploc" });
    try {
      await showContainer(empty, "Throughline");
      const welcome = empty.page.locator(".welcome-view-content").first();
      await welcome.waitFor();
      await until("the server has looked", async () => ((await welcome.textContent()) ?? "").includes("["));
      expectOurs((await welcome.textContent()) ?? "");
      await picture(empty, "pseudo-welcome");
    } finally {
      await empty.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Words that we say often, and no document of the sample. */
function expectOurs(text: string): void {
  const ours = /\b(?:goals?|features?|done|off track|overdue|when|owner|needs|which lands|take this|ignore)\b(?!-)/i;
  assert.doesNotMatch(text, ours);
}

/** The extension with its own texts in the pseudo-locale, as translators would add a language. */
function inPseudo(): string {
  const folder = mkdtempSync(join(tmpdir(), "pseudo-"));
  const { files } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  for (const path of ["package.json", ...files])
    cpSync(join(projectRoot, path), join(folder, path), { recursive: true });
  const say = (from: string, to: string) => {
    const texts = Object.entries<string>(JSON.parse(readFileSync(join(projectRoot, from), "utf8")));
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    const spoilt = texts.map(([key, text]) => [key, inMarkdown(text)]);
    writeFileSync(join(folder, to), JSON.stringify(Object.fromEntries(spoilt)));
  };
  say("package.nls.json", "package.nls.qps-ploc.json");
  say("l10n/bundle.l10n.json", "l10n/bundle.l10n.qps-ploc.json");
  return folder;
}

/** Links of welcome texts stay links, and their words have no brackets of their own. */
function inMarkdown(text: string): string {
  return text.replace(/\[([^\]]*)\](\([^)]*\))|[^\n[]+/g, (part, words?: string, to = "") =>
    words === undefined ? pseudo.form(part)! : `[${pseudo.form(words)!.slice(1, -1)}]${to}`,
  );
}

function lineOf(words: string): number {
  return (
    readFileSync(join(projectRoot, "examples", PRD), "utf8")
      .split("\n")
      .findIndex((line) => line.includes(words)) + 1
  );
}
