import { l10n } from "vscode";
import type { ItemField, ItemFields } from "../../../server/src/write-protocol.ts";
import { type Choice, choice, choose, heading } from "../choices.ts";

interface FieldItem extends Choice {
  readonly field?: string;
}

/** Asks which field: first what people change from day to day, in the words of what they do, then all others by name. */
export async function pickField({ title, fields }: ItemFields): Promise<string | undefined> {
  const words = gestures();
  const daily = fields.filter(({ name }) => words.has(name));
  const others = fields.filter(({ name }) => !words.has(name));
  const items: readonly FieldItem[] = [
    ...daily.map((field) => itemOf(field, words.get(field.name))),
    ...(others.length > 0 ? [heading(l10n.t("More Fields"), {})] : []),
    ...others.map((field) => itemOf(field, undefined)),
  ];
  const picked = await choose(items, {
    title,
    placeHolder: l10n.t("Which field?"),
    matchOnDescription: true,
  });
  return picked?.field;
}

interface Gesture {
  readonly icon: string;
  readonly label?: string;
}

/** Only when asked: the words are those of the window's language. */
function gestures(): ReadonlyMap<string, Gesture> {
  return new Map<string, Gesture>([
    ["status", { icon: "record" }],
    ["timeframe", { icon: "calendar", label: l10n.t("Move To") }],
    ["owner", { icon: "person", label: l10n.t("Assign") }],
    ["priority", { icon: "arrow-up" }],
    ["goals", { icon: "target", label: l10n.t("Link to a Goal") }],
    ["kpis", { icon: "graph-line", label: l10n.t("Link to a KPI") }],
  ]);
}

/** The name of the field stands behind, so that those find it who know it. */
function itemOf({ name, title, current, documentation }: ItemField, gesture: Gesture | undefined): FieldItem {
  const behind = gesture?.label === undefined ? [current] : [title, current];
  const description = behind.filter((part) => part !== "").join(" · ");
  const label = gesture?.label ?? title;
  return choice({ icon: gesture?.icon, label, description, detail: documentation }, { field: name });
}
