import type { Words } from "../base/say.ts";
import { readHealth, showHealth } from "../model/health.ts";
import type { FieldDefinition } from "../model/kinds.ts";
import { identify, readPeople } from "../model/person.ts";
import { canonicalName, isKind } from "../model/schema.ts";
import { healthOf } from "../workspace/health.ts";
import { fieldOf } from "../workspace/plan.ts";
import type { Found } from "../workspace/query.ts";
import type { Plan } from "./facts.ts";
import { colorOf } from "./look.ts";

/** What an item says under a field: its words may be spelled in several ways, its key is the same for all. */
export interface Value {
  readonly key: string;
  readonly title: Words;
  readonly icon: string;
  readonly color?: string | undefined;
  /** As the item writes it; undefined where the plan says it, or the other end of a link. */
  readonly text: string | undefined;
}

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
        return { key, title: label, icon: "person", text: one.text };
      });
    }
    const word = text.trim();
    if (word === "") return [];
    const key = field.type === "enum" ? canonicalName(word) : word.toLowerCase();
    const title = field.values.find((listed) => canonicalName(listed) === key) ?? word;
    return [{ key, title, icon: "tag", text: word }];
  });
}

function linkValues(found: Found, { edge, to, name }: FieldDefinition, { query }: Plan): readonly Value[] {
  if (edge === undefined) return [];
  const { inverse } = edge;
  const edges = inverse ? query.incoming(found, edge.name) : query.outgoing(found, edge.name);
  return edges.flatMap(({ from, to: end, link }): readonly Value[] => {
    const { item } = inverse ? from : end;
    if (!isKind(query.config.schema, item.kind, to)) return [];
    const isOwn = link !== undefined && fieldOf(found, name)?.links.includes(link) === true;
    return [
      { key: item.key, title: item.title, icon: "link", text: inverse ? undefined : isOwn ? link.text : item.key },
    ];
  });
}

function healthValues(found: Found, { name }: FieldDefinition, { query }: Plan): readonly Value[] {
  const said = fieldOf(found, name)?.values[0]?.text;
  const health =
    name === "health" ? healthOf(query, found).health : said === undefined ? "unknown" : readHealth(said)?.health;
  if (health === undefined || health === "unknown") return [];
  return [{ key: health, title: showHealth(health), icon: "pulse", color: colorOf(health), text: undefined }];
}
