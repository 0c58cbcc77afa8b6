import { memo } from "../base/memo.ts";
import type { Words } from "../base/say.ts";
import type { Config } from "../model/config.ts";
import { readHealth, showHealth } from "../model/health.ts";
import type { FieldDefinition } from "../model/kinds.ts";
import { identify, readPeople } from "../model/person.ts";
import { canonicalName, isKind } from "../model/schema.ts";
import { ItemTable } from "../workspace/item-table.ts";
import { fieldOf } from "../workspace/plan.ts";
import type { Edge, Found } from "../workspace/query.ts";
import { settledHealth } from "../workspace/settled-health.ts";
import { colorOf } from "./look.ts";
import type { Plan } from "./project-plan.ts";

/** What an item says under a field: its words may be spelled in several ways, its key is the same for all. */
export interface Value {
  readonly key: string;
  readonly title: Words;
  readonly icon: string;
  readonly color?: string | undefined;
  /** What another item would write for it. */
  readonly text: string;
}

/** What the items of a plan say under a field. Of links it is looked up from what they lead to, which is less. */
export function fieldValues(field: FieldDefinition, plan: Plan): (found: Found) => readonly Value[] {
  if (field.type === "health") return (found) => healthValues(found, field, plan);
  if (field.type !== "link") {
    const { project, config } = plan.query;
    const read = readerOf(field, config);
    const known = tableFor(project, field.name, config);
    return (found) => known.get(found) ?? known.set(found, writtenValues(found, field, read));
  }
  const known = linkedFrom(field, plan);
  return ({ number }) => known.get(number) ?? none;
}

function writtenValues(found: Found, { name }: FieldDefinition, read: Reader): readonly Value[] {
  const written = fieldOf(found, name);
  if (written?.state !== "given") return none;
  const { values } = written;
  return values.length === 1 ? read(values[0]!.text) : values.flatMap(({ text }) => read(text));
}

/** By the name of a field, for as long as an item's file and the configuration stay as they are. */
function tableFor(project: object, name: string, config: Config): ItemTable<readonly Value[]> {
  const tables = tablesIn(project);
  let known = tables.get(name);
  if (known?.config !== config) {
    if (tables.size >= mostTables) tables.delete(tables.keys().next().value!);
    tables.set(name, (known = { config, table: new ItemTable() }));
  }
  return known.table;
}

const tablesIn = memo((_: object) => new Map<string, KeptTable>());
const mostTables = 8;

interface KeptTable {
  readonly config: Config;
  readonly table: ItemTable<readonly Value[]>;
}

/** How an item writes a value that it has. */
export function ownText(found: Found, name: string, { key }: Value, plan: Plan): string | undefined {
  const { schema } = plan.query.config;
  const field = schema.kinds.get(found.item.kind)?.fieldNames.get(name);
  if (field === undefined || field.type === "health") return undefined;
  if (field.type !== "link") {
    const read = readerOf(field, plan.query.config);
    return fieldOf(found, name)
      ?.values.find(({ text }) => read(text).some((value) => value.key === key))
      ?.text.trim();
  }
  const link = fieldOf(found, name)?.links.find(({ target }) => {
    const end = plan.query.resolve(found, target);
    return end.type === "item" && end.found.item.key === key;
  });
  return link?.text.trim();
}

const none: readonly Value[] = [];

/** Ten thousand items have few words in a field. */
function readerOf(field: FieldDefinition, config: Config): Reader {
  const readers = readersIn(config);
  let read = readers.get(field);
  if (read === undefined) {
    const known = new Map<string, readonly Value[]>();
    read = (text) => {
      let values = known.get(text);
      if (values === undefined) {
        if (known.size > mostTexts) known.clear();
        known.set(text, (values = readValue(text, field, config)));
      }
      return values;
    };
    readers.set(field, read);
  }
  return read;
}

type Reader = (text: string) => readonly Value[];
const readersIn = memo((_: Config) => new Map<FieldDefinition, Reader>());
const mostTexts = 20_000;

function readValue(text: string, { type, values }: FieldDefinition, { people }: Config): readonly Value[] {
  if (type === "person") {
    return readPeople(text).map((written) => {
      const { key, label } = identify(written, people);
      return { key, title: label, icon: "person", text: written.text };
    });
  }
  const word = text.trim();
  if (word === "") return none;
  const key = type === "enum" ? canonicalName(word) : word.toLowerCase();
  const title = values.find((listed) => canonicalName(listed) === key) ?? word;
  return [{ key, title, icon: "tag", text: title }];
}

/** By number, what each item is linked with. */
function linkedFrom({ edge, to }: FieldDefinition, plan: Plan): ReadonlyMap<number, readonly Value[]> {
  const linked = new Map<number, Value[]>();
  if (edge === undefined) return linked;
  const { query } = plan;
  const { schema } = query.config;
  for (const target of query.ofKinds(to)) {
    const edges: readonly Edge[] = edge.inverse ? query.outgoing(target, edge.name) : query.incoming(target, edge.name);
    if (edges.length === 0 || !isKind(schema, target.item.kind, to)) continue;
    const { key, title } = target.item;
    const value: Value = { key, title, icon: "link", text: key };
    for (const { from, to: end } of edges) {
      const { number } = edge.inverse ? end : from;
      const values = linked.get(number);
      if (values === undefined) linked.set(number, [value]);
      else if (!values.includes(value)) values.push(value);
    }
  }
  return linked;
}

function healthValues(found: Found, { name }: FieldDefinition, { query }: Plan): readonly Value[] {
  const said = fieldOf(found, name)?.values[0]?.text;
  const health =
    name === "health" ? settledHealth(query, found).shown : said === undefined ? undefined : readHealth(said)?.health;
  if (health === undefined) return none;
  return [{ key: health, title: showHealth(health), icon: "pulse", color: colorOf(health), text: health }];
}
