import { l10n, type QuickPickItem, window } from "vscode";
import type { Connection } from "../connection.ts";
import { daysAgo, quarterStart, readDay, today } from "../pure/days.ts";
import type { RoadmapChanges, Since } from "../views/roadmap-changes.ts";

interface Moment extends QuickPickItem {
  /** Undefined where the person gives up. */
  readonly since: () => Promise<Since | undefined>;
}

/** Asks since when, and shows what changed on the roadmap. */
export async function chooseMoment(connection: Connection, changes: RoadmapChanges): Promise<void> {
  await connection.scanned();
  const picked = await window.showQuickPick(moments(), {
    title: l10n.t("Roadmap Changes Since"),
    matchOnDescription: true,
  });
  const since = await picked?.since();
  if (since !== undefined) await changes.show(since);
}

function moments(): readonly Moment[] {
  const now = today();
  const day = (label: string, date: string): Moment => ({
    label,
    description: date,
    since: async () => ({ revision: { type: "since", day: date }, name: date }),
  });
  return [
    {
      label: l10n.t("The Last Commit"),
      since: async () => ({ revision: { type: "name", names: ["HEAD"] }, name: l10n.t("the last commit") }),
    },
    day(l10n.t("A Week Ago"), daysAgo(now, 7)),
    day(l10n.t("Two Weeks Ago"), daysAgo(now, 14)),
    day(l10n.t("A Month Ago"), daysAgo(now, 30)),
    day(l10n.t("The Beginning of This Quarter"), quarterStart(now)),
    { label: l10n.t("A Day…"), since: askDay },
    { label: l10n.t("A Branch, Tag or Commit…"), since: askRevision },
  ];
}

async function askDay(): Promise<Since | undefined> {
  const day = await window.showInputBox({
    title: l10n.t("Roadmap Changes Since"),
    prompt: l10n.t("A day: 2026-11-30"),
    validateInput: (text) => (readDay(text) ? undefined : l10n.t("Write the day as 2026-11-30.")),
  });
  return day === undefined ? undefined : { revision: { type: "since", day: day.trim() }, name: day.trim() };
}

async function askRevision(): Promise<Since | undefined> {
  const name = await window.showInputBox({
    title: l10n.t("Roadmap Changes Since"),
    prompt: l10n.t("A branch, a tag or a commit"),
    value: "main",
    validateInput: (text) => (text.trim() === "" ? l10n.t("Name a branch, a tag or a commit.") : undefined),
  });
  return name === undefined ? undefined : { revision: { type: "name", names: [name.trim()] }, name: name.trim() };
}
