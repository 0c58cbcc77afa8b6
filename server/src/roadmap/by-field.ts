import { compareNatural } from "../base/natural.ts";
import { say } from "../base/say.ts";
import { groupNamed } from "../model/config-views.ts";
import { fieldsNamed } from "../model/fields-named.ts";
import { healths } from "../model/health.ts";
import { fieldTitle } from "../model/kind-words.ts";
import type { FieldDefinition } from "../model/kinds.ts";
import { canonicalName } from "../model/schema.ts";
import { groupedFields, isGroupable } from "../model/view-words.ts";
import type { Found, Query } from "../workspace/query.ts";
import { groupings } from "./all.ts";
import { type GroupBranch, lazily, numbersOf } from "./branch.ts";
import { fieldValues, ownText, type Value } from "./field-values.ts";
import type { Grouping } from "./grouping.ts";
import { plainBranches } from "./parts.ts";
import type { Plan } from "./project-plan.ts";
import { comparePriorities } from "./sorts.ts";
import { roadmapKinds } from "./states.ts";

/** A grouping of the list, or one by any field that a kind of the project has; the first of the list for what is neither. */
export function groupingNamed(by: string, query: Query): Grouping {
  const { schema } = query.config;
  const name = groupNamed(by, schema) ?? "";
  const id = groupedFields.get(name) ?? name;
  const ours = groupings.find((one) => one.id === id);
  if (ours !== undefined) return ours;
  const fields = fieldsNamed(schema, name);
  return fields.size === 0 ? groupings[0]! : byField(name, fields, query);
}

/** Items together that say the same under a field; one that says several things stands under each of them. Last what says nothing. */
function byField(name: string, fields: ReadonlyMap<string, FieldDefinition>, query: Query): Grouping {
  const { kinds } = query.config.schema;
  const asked = new Set([...fields].flatMap(([kind, field]) => (isGroupable(field) ? [kinds.get(kind)?.base] : [])));
  const title = fieldTitle({ name });
  return {
    id: name,
    title,
    field: undefined,
    sets: name,
    shows: roadmapKinds.filter((base) => asked.has(base)),
    top(plan) {
      const groups = new Map<string, { readonly value: Value; readonly items: Found[] }>();
      const rest: Found[] = [];
      const readers = new Map([...new Set(fields.values())].map((field) => [field, fieldValues(field, plan)]));
      for (const found of roadmapKinds.flatMap((base) => (asked.has(base) ? plan.of(base) : []))) {
        const field = fields.get(found.item.kind);
        const values = field === undefined ? [] : readers.get(field)!(found);
        if (values.length === 0) rest.push(found);
        for (const value of values) {
          const known = groups.get(value.key);
          if (known === undefined) groups.set(value.key, { value, items: [found] });
          // Two spellings of one value.
          else if (known.items.at(-1) !== found) known.items.push(found);
        }
      }
      const compare = comparerOf(name, [...fields.values()]);
      const named = [...groups.values()]
        .sort((a, b) => compare(a.value, b.value))
        .map(({ value, items }) => branch(`is ${value.key}`, value, items, plan, name));
      const nothing = { key: "", title: say`${title}: none`, icon: "question", text: "" };
      const none = { ...branch("none", nothing, rest, plan, name), gives: () => undefined };
      return rest.length === 0 ? named : [...named, none];
    },
  };
}

function branch(key: string, value: Value, items: readonly Found[], plan: Plan, field: string): GroupBranch {
  const { title, icon, color, text } = value;
  return {
    type: "group",
    key,
    title,
    icon,
    ...(color === undefined ? {} : { color }),
    // Who stands there already has words of its own for it.
    gives: (found) => ownText(found, field, value, plan) ?? text,
    numbers: numbersOf(items),
    below: lazily(() => plainBranches(plan, items)),
  };
}

/** Words of a list in its order, trouble first, priorities from the top, all else as people count. */
function comparerOf(name: string, fields: readonly FieldDefinition[]): (a: Value, b: Value) => number {
  const listed = fields.some(({ type }) => type === "health")
    ? [...healths].reverse()
    : fields.flatMap(({ values }) => values);
  const order = new Map(listed.map((word, at) => [canonicalName(word), at]));
  const rank = ({ key }: Value): number => order.get(key) ?? order.size;
  const compare = name === "priority" ? comparePriorities : compareNatural;
  return (a, b) => rank(a) - rank(b) || compare(String(a.title), String(b.title)) || compareNatural(a.key, b.key);
}
