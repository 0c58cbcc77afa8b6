import { memo } from "../../base/memo.ts";
import type { Person } from "../../model/config.ts";
import { identify, readPeople } from "../../model/person.ts";
import { ItemTable } from "../item-table.ts";
import { fieldOf } from "../plan.ts";
import type { Found, Query } from "../query.ts";

/** Whether a text occurs in an item's title, id or owners, whatever its case. */
export function wordTest(word: string, query: Query): (found: Found) => boolean {
  const wanted = word.trim().toLowerCase();
  const texts = textsIn(query.project);
  const { people } = query.config;
  return (found) => (texts.get(found) ?? texts.set(found, textOf(found, people))).includes(wanted);
}

/** Somebody who types a filter asks with each letter. */
const textsIn = memo((_: object) => new ItemTable<string>());

function textOf(found: Found, people: readonly Person[]): string {
  const owners = fieldOf(found, "owner")?.values.map(({ text }) => text) ?? [];
  const labels = owners.map(labelsIn(people));
  return [found.item.title, found.item.key, ...labels, ...owners].join("\n").toLowerCase();
}

/** Few people own many items. */
const labelsIn = memo((people: readonly Person[]) => {
  const known = new Map<string, string>();
  return (text: string): string => {
    let labels = known.get(text);
    if (labels === undefined) {
      if (known.size > mostNames) known.clear();
      labels = readPeople(text)
        .map((written) => identify(written, people).label)
        .join("\n");
      known.set(text, labels);
    }
    return labels;
  };
});

const mostNames = 5000;
