import { compareNatural } from "../base/natural.ts";
import { say, type Words } from "../base/say.ts";
import { groupNamed } from "../model/config-views.ts";
import { fieldsNamed } from "../model/fields-named.ts";
import { healths, readHealth, showHealth } from "../model/health.ts";
import { fieldTitle } from "../model/kind-words.ts";
import type { FieldDefinition } from "../model/kinds.ts";
import { identify, readPeople } from "../model/person.ts";
import { canonicalName, isKind } from "../model/schema.ts";
import { groupedFields, isGroupable } from "../model/view-words.ts";
import { healthOf } from "../workspace/health.ts";
import { fieldOf } from "../workspace/plan.ts";
import type { Found, Query } from "../workspace/query.ts";
import { groupings } from "./all.ts";
import { type GroupBranch, lazily } from "./branch.ts";
import { type Plan, roadmapKinds } from "./facts.ts";
import type { Grouping } from "./grouping.ts";
import { colorOf } from "./look.ts";
import { plainBranches } from "./parts.ts";
import { comparePriorities } from "./sorts.ts";

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
      for (const found of roadmapKinds.flatMap((base) => (asked.has(base) ? plan.of(base) : []))) {
        const field = fields.get(found.item.kind);
        const values = field === undefined ? [] : valuesOf(found, field, plan);
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
        .map(({ value, items }) => ({
          ...branch(`is ${value.key}`, value, items, plan),
          gives: (found: Found) => spelling(value, found, name, plan),
        }));
      const nothing = { key: "", title: say`${title}: none`, icon: "question" };
      return rest.length === 0 ? named : [...named, { ...branch("none", nothing, rest, plan), gives: () => undefined }];
    },
  };
}

/** What an item says under a field: its words may be spelled in several ways, its key is the same for all. */
export interface Value {
  readonly key: string;
  readonly title: Words;
  readonly icon: string;
  readonly color?: string | undefined;
}

function branch(key: string, { title, icon, color }: Value, items: readonly Found[], plan: Plan): GroupBranch {
  return {
    type: "group",
    key,
    title,
    icon,
    ...(color === undefined ? {} : { color }),
    items: () => items,
    below: lazily(() => plainBranches(plan, items)),
  };
}

/** How an item says the value of a group, or would say it. */
function spelling({ key, title, icon }: Value, found: Found, name: string, { query }: Plan): string {
  const written = fieldOf(found, name);
  const isLink = icon === linkIcon;
  const link = written?.links.find(({ target }) => {
    const end = query.resolve(found, target);
    return end.type === "item" && end.found.item.key === key;
  });
  const same = written?.values.find(({ text }) => text.trim().toLowerCase() === key);
  return (isLink ? link : same)?.text.trim() ?? (isLink ? key : String(title));
}

const linkIcon = "link";

/** Each value of a field that an item has, once for every spelling of it. */
export function valuesOf(found: Found, field: FieldDefinition, plan: Plan): readonly Value[] {
  if (field.type === "link") return linkValues(found, field, plan);
  if (field.type === "health") return healthValues(found, field, plan);
  const written = fieldOf(found, field.name);
  if (written?.state !== "given") return [];
  const { people } = plan.query.config;
  return written.values.flatMap(({ text }): readonly Value[] => {
    if (field.type === "person") {
      return readPeople(text).map((one) => {
        const { key, label } = identify(one, people);
        return { key, title: label, icon: "person" };
      });
    }
    const word = text.trim();
    if (word === "") return [];
    const key = field.type === "enum" ? canonicalName(word) : word.toLowerCase();
    const title = field.values.find((listed) => canonicalName(listed) === key) ?? word;
    return [{ key, title, icon: "tag" }];
  });
}

function linkValues(found: Found, { edge, to }: FieldDefinition, { query }: Plan): readonly Value[] {
  if (edge === undefined) return [];
  const ends = edge.inverse
    ? query.incoming(found, edge.name).map(({ from }) => from)
    : query.outgoing(found, edge.name).map((one) => one.to);
  return ends
    .filter(({ item }) => isKind(query.config.schema, item.kind, to))
    .map(({ item }) => ({ key: item.key, title: item.title, icon: linkIcon }));
}

function healthValues(found: Found, { name }: FieldDefinition, { query }: Plan): readonly Value[] {
  const said = fieldOf(found, name)?.values[0]?.text;
  const health =
    name === "health" ? healthOf(query, found).health : said === undefined ? "unknown" : readHealth(said)?.health;
  if (health === undefined || health === "unknown") return [];
  return [{ key: health, title: showHealth(health), icon: "pulse", color: colorOf(health) }];
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
