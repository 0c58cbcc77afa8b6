import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pseudo } from "../../server/src/base/pseudo.ts";
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

  it("the window says nothing in English, and cuts nothing off", async () => {
    await openFile(workbench, PRD);
    await showContainer(workbench, "Throughline");
    await resizeSidebar(workbench, 600);
    await workbench.page.waitForTimeout(8000);
    await picture(workbench, "pseudo-roadmap");
    await placeCursor(workbench, lineOf("goals: GOAL-1"), 10);
    await hoverAtCursor(workbench);
    await picture(workbench, "pseudo-hover");
    await workbench.page.keyboard.press("Escape");
    await placeCursor(workbench, needs, 1);
    await showProblem(workbench);
    await picture(workbench, "pseudo-problem");
    await workbench.page.keyboard.press("Escape");
    await placeCursor(workbench, needs, 15);
    await openQuickFixes(workbench);
    await picture(workbench, "pseudo-fixes");
    await workbench.page.keyboard.press("Escape");
  });
});

/** The extension with its own texts in the pseudo-locale, as translators would add a language. */
function inPseudo(): string {
  const folder = mkdtempSync(join(tmpdir(), "pseudo-"));
  const { files } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  for (const path of ["package.json", ...files])
    cpSync(join(projectRoot, path), join(folder, path), { recursive: true });
  const say = (from: string, to: string) => {
    const texts = Object.entries<string>(JSON.parse(readFileSync(join(projectRoot, from), "utf8")));
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    // Links in welcome texts stay links, each on a line of its own.
    const spoilt = texts.map(([key, text]) => [
      key,
      text.replace(/[^\n[\]()]+(?![^(]*\))/g, (part) => pseudo.form(part) ?? part),
    ]);
    writeFileSync(join(folder, to), JSON.stringify(Object.fromEntries(spoilt)));
  };
  say("package.nls.json", "package.nls.qps-ploc.json");
  say("l10n/bundle.l10n.json", "l10n/bundle.l10n.qps-ploc.json");
  return folder;
}

function lineOf(words: string): number {
  return (
    readFileSync(join(projectRoot, "examples", PRD), "utf8")
      .split("\n")
      .findIndex((line) => line.includes(words)) + 1
  );
}
