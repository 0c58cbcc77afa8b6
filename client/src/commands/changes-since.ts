import { l10n, window } from "vscode";
import { type Choice, choice, choose } from "../choices.ts";
import type { Connection } from "../connection.ts";
import { daysAgo, quarterStart, readDay, today } from "../pure/days.ts";
import type { RoadmapChanges, Since } from "../views/roadmap-changes.ts";

interface Moment extends Choice {
  /** Undefined where the person gives up. */
  readonly since: () => Promise<Since | undefined>;
}

/** Asks since when, and shows what changed on the roadmap. */
export async function chooseMoment(connection: Connection, changes: RoadmapChanges): Promise<void> {
  await connection.scanned();
  const picked = await choose(moments(), {
    title: l10n.t("Roadmap Changes Since"),
    matchOnDescription: true,
  });
  const since = await picked?.since();
  if (since !== undefined) await changes.show(since);
}

function moments(): readonly Moment[] {
  const now = today();
  const moment = (label: string, since: Moment["since"], description = ""): Moment =>
    choice({ label, description }, { since });
  const day = (label: string, date: string): Moment =>
    moment(label, async () => ({ revision: { type: "since", day: date }, name: date }), date);
  return [
    moment(l10n.t("The Last Commit"), async () => {
      return { revision: { type: "name", names: ["HEAD"] }, name: l10n.t("the last commit") };
    }),
    day(l10n.t("A Week Ago"), daysAgo(now, 7)),
    day(l10n.t("Two Weeks Ago"), daysAgo(now, 14)),
    day(l10n.t("A Month Ago"), daysAgo(now, 30)),
    day(l10n.t("The Beginning of This Quarter"), quarterStart(now)),
    moment(l10n.t("A Day…"), askDay),
    moment(l10n.t("A Branch, Tag or Commit…"), askRevision),
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
