import { plural } from "../base/say.ts";
import type { FieldOption, ItemField, ItemFields } from "../write-protocol.ts";
import type { State } from "./feature.ts";

/** What several items have in common: fields that all have, and as their values of now those that stand in all of them. */
export function inCommon(answers: readonly ItemFields[], tell: State["tell"]): ItemFields {
  const first = answers[0]!;
  if (answers.length === 1) return first;
  const fields = first.fields.flatMap((field): ItemField[] => {
    const all = answers.flatMap(({ fields: own }) => own.find(({ name }) => name === field.name) ?? []);
    if (all.length < answers.length || field.name === "title") return [];
    const isSame = all.every(({ current }) => current === field.current);
    const { begins: _, ...shown } = field;
    return [
      {
        ...shown,
        current: isSame ? field.current : "",
        many: all.some(({ many }) => many),
        options: optionsIn(all.map(({ options }) => options)),
      },
    ];
  });
  const title = tell(plural(answers.length, "{0} item", "{0} items"));
  return { ...first, title, fields };
}

/** What is offered for each of them; now it is what all of them say. */
function optionsIn(lists: readonly (readonly FieldOption[])[]): readonly FieldOption[] {
  const known = lists.map((options) => new Map(options.map((option) => [option.value, option])));
  return (lists[0] ?? []).flatMap(({ current: _, ...option }): FieldOption[] => {
    const same = known.flatMap((options) => options.get(option.value) ?? []);
    if (same.length < lists.length) return [];
    return [same.every(({ current }) => current) ? { ...option, current: true } : option];
  });
}
