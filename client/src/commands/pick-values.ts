import { l10n, type QuickPickItem, window } from "vscode";
import type { ItemField } from "../../../server/src/protocol.ts";
import { listValues } from "../pure/list-values.ts";
import { typedValues } from "../pure/typed-values.ts";

interface ValueItem extends QuickPickItem {
  /** `undefined` removes the field. */
  readonly value: string | undefined;
}

/** Asks for the values of a field; an empty list removes it, `undefined` means that the person thought better of it. */
export async function pickValues(itemTitle: string, field: ItemField): Promise<readonly string[] | undefined> {
  const title = l10n.t("{0} of {1}", field.title, itemTitle);
  if (field.options.length === 0) return await typeValues(title, field);
  return field.many ? await pickMany(title, field) : await pickOne(title, field);
}

async function typeValues(title: string, field: ItemField): Promise<readonly string[] | undefined> {
  const hint = field.many ? ` ${l10n.t("Separate several by commas.")}` : "";
  const typed = await window.showInputBox({ title, value: field.current, prompt: `${field.documentation}${hint}` });
  if (typed === undefined) return undefined;
  if (field.many) return listValues(typed);
  return typed.trim() === "" ? [] : [typed.trim()];
}

function pickOne(title: string, field: ItemField): Promise<readonly string[] | undefined> {
  const options = optionItems(field);
  const remove: ValueItem[] = field.current === "" ? [] : [{ value: undefined, label: `$(trash) ${l10n.t("Remove")}` }];
  return new Promise((resolve) => {
    const pick = window.createQuickPick<ValueItem>();
    pick.title = title;
    pick.placeholder = field.documentation;
    pick.matchOnDescription = true;
    pick.items = [...options, ...remove];
    pick.activeItems = options.filter(({ value }) => value === field.current);
    // What was typed comes last, and is worded so that VS Code sorts it there: the first letters of an option find the option.
    pick.onDidChangeValue((typed) => {
      const last = typed === "" ? remove : field.free ? typedItem(typed, options) : [];
      pick.items = [...options, ...last];
    });
    pick.onDidAccept(() => {
      const chosen = pick.activeItems[0];
      resolve(chosen && (chosen.value === undefined ? [] : [chosen.value]));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function pickMany(title: string, field: ItemField): Promise<readonly string[] | undefined> {
  const current = listValues(field.current);
  const options = optionItems(field);
  const items: ValueItem[] = [...current.flatMap((value) => currentItem(value, options)), ...options];
  return new Promise((resolve) => {
    const pick = window.createQuickPick<ValueItem>();
    pick.title = title;
    pick.placeholder = field.documentation;
    pick.canSelectMany = true;
    pick.matchOnDescription = true;
    pick.items = items;
    pick.selectedItems = items.filter(({ value }) => value !== undefined && current.includes(value));
    if (field.free) pick.placeholder = l10n.t("{0} Type to add another.", field.documentation);
    pick.onDidAccept(() => {
      const ticked = pick.selectedItems.flatMap(({ value }) => value ?? []);
      const meant = typedValues(pick.value, items, field.free).filter((value) => !current.includes(value));
      resolve([...new Set([...ticked, ...meant])]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function optionItems({ options }: ItemField): ValueItem[] {
  return options.map(({ value, label, detail }) => ({ value, label, description: detail }));
}

/** An item for a value that the document has, and that is none of the options. */
function currentItem(value: string, options: readonly ValueItem[]): ValueItem[] {
  return options.some((option) => option.value === value) ? [] : [{ value, label: value }];
}

/** An item for a value that is not offered yet. */
function typedItem(typed: string, items: readonly ValueItem[]): ValueItem[] {
  const value = typed.trim();
  const offered = items.some((item) => item.value === value || item.label.toLowerCase() === value.toLowerCase());
  return value === "" || offered ? [] : [{ value, label: l10n.t("Use “{0}”", value), alwaysShow: true }];
}
