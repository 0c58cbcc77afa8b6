import { l10n, window } from "vscode";
import type { FieldOption, ItemField } from "../../../server/src/write-protocol.ts";
import { type Choice, choice, choiceBox, heading } from "../choices.ts";
import { listValues } from "../pure/list-values.ts";
import { plainMessage } from "../pure/plain-text.ts";
import { typedValue, typedValues } from "../pure/typed-values.ts";

interface ValueItem extends Choice {
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
  const typed = await window.showInputBox({
    title,
    value: field.current,
    prompt: plainMessage(`${field.documentation}${hint}`),
  });
  if (typed === undefined) return undefined;
  if (field.many) return listValues(typed);
  return typed.trim() === "" ? [] : [typed.trim()];
}

function pickOne(title: string, field: ItemField): Promise<readonly string[] | undefined> {
  const few = withHeadings(field.options.filter(({ rare }) => !rare));
  const all = field.options.map((option) => optionItem(option, option.group));
  const remove: ValueItem[] =
    field.current === "" ? [] : [choice({ icon: "trash", label: l10n.t("Remove") }, { value: undefined })];
  const rest = remove.length > 0 ? [heading("", nothing), ...remove] : [];
  const current = field.options.find((option) => option.current)?.value;
  return new Promise((resolve) => {
    const pick = choiceBox<ValueItem>();
    pick.title = title;
    pick.placeholder = hintFor(field);
    pick.matchOnDescription = true;
    pick.items = [...few, ...rest];
    pick.activeItems = few.filter((item) => item.value !== undefined && item.value === current);
    // What was typed comes last, and is worded so that VS Code sorts it there: the first letters of an option find the option.
    pick.onDidChangeValue((typed) => {
      pick.items = typed === "" ? [...few, ...rest] : [...all, ...(field.free ? typedItem(typed, all) : [])];
    });
    pick.onDidAccept(() => {
      const chosen = typedValue(pick.value, pick.activeItems[0], all, field.free);
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
  // What is ticked stands first: in a long list it would not be seen.
  const options = [
    ...field.options.filter(({ current }) => current),
    ...field.options.filter(({ current }) => !current),
  ];
  const items = options.map((option) => optionItem(option, undefined));
  const current = options.flatMap((option) => (option.current ? option.value : []));
  return new Promise((resolve) => {
    const pick = choiceBox<ValueItem>();
    pick.title = title;
    pick.placeholder = field.free ? l10n.t("{0} Type to add another.", field.documentation) : field.documentation;
    pick.canSelectMany = true;
    pick.matchOnDescription = true;
    pick.items = items;
    pick.selectedItems = items.filter(({ value }) => value !== undefined && current.includes(value));
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

function hintFor({ documentation, options, free }: ItemField): string {
  if (options.some(({ group }) => group !== undefined)) return l10n.t("Choose, or type another word.");
  return free ? l10n.t("{0} Type for another.", documentation) : documentation;
}

/** The options under the headings of their groups. */
function withHeadings(options: readonly FieldOption[]): readonly ValueItem[] {
  return options.flatMap((option, at) => {
    const isFirst = option.group !== undefined && option.group !== options[at - 1]?.group;
    const item = optionItem(option, option.current ? l10n.t("now") : undefined);
    return isFirst ? [heading(option.group, nothing), item] : [item];
  });
}

const nothing = { value: undefined };

function optionItem({ value, label, detail, current }: FieldOption, beside: string | undefined): ValueItem {
  const description = [detail, beside].filter(Boolean).join(" · ");
  return choice({ label, description, ...(current && { picked: true }) }, { value });
}

/** An item for a value that is not offered yet. */
function typedItem(typed: string, items: readonly ValueItem[]): ValueItem[] {
  const value = typed.trim();
  const offered = items.some((item) => item.value === value || item.label.toLowerCase() === value.toLowerCase());
  return value === "" || offered ? [] : [choice({ label: l10n.t("Use “{0}”", value), alwaysShow: true }, { value })];
}
