import { type QuickPick, type QuickPickItem, QuickPickItemKind, type QuickPickOptions, window } from "vscode";
import { plainLabel } from "./pure/plain-text.ts";

/** Something to choose from in a list, which only this file makes: VS Code takes what people wrote for text there. */
export interface Choice extends QuickPickItem {
  readonly [isPlain]: true;
}

declare const isPlain: unique symbol;

/** What a choice says, whoever wrote it. */
export interface ChoiceWords extends Pick<QuickPickItem, "alwaysShow" | "picked"> {
  readonly label: string;
  /** The name of an icon before the label. */
  readonly icon?: string | undefined;
  readonly description?: string | undefined;
  readonly detail?: string | undefined;
}

/** A choice, and what it stands for. */
export function choice<Meant extends object>(words: ChoiceWords, meant: Meant): Choice & Meant {
  const { label, icon, description = "", detail = "", ...others } = words;
  return plain({
    ...others,
    ...meant,
    label: icon === undefined ? plainLabel(label) : `$(${icon}) ${plainLabel(label)}`,
    ...(description !== "" && { description: plainLabel(description) }),
    ...(detail !== "" && { detail: plainLabel(detail) }),
  });
}

/** What stands above some of them, and cannot be chosen. */
export function heading<Meant extends object>(label: string, meant: Meant): Choice & Meant {
  return plain({ ...meant, label, kind: QuickPickItemKind.Separator });
}

export async function choose<One extends Choice>(
  choices: readonly One[],
  options: Omit<QuickPickOptions, "canPickMany">,
): Promise<One | undefined> {
  return await window.showQuickPick(choices, options);
}

/** Several at once, or none. */
export async function chooseMany<One extends Choice>(
  choices: readonly One[],
  options: Omit<QuickPickOptions, "canPickMany">,
): Promise<readonly One[] | undefined> {
  return await window.showQuickPick(choices, { ...options, canPickMany: true });
}

/** A list that changes while somebody types. */
export function choiceBox<One extends Choice>(): QuickPick<One> {
  return window.createQuickPick<One>();
}

function plain<Item extends QuickPickItem>(item: Item): Item & Choice {
  return item as Item & Choice;
}
