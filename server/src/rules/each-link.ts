import type { FieldDefinition } from "../model/kinds.ts";
import type { FieldValue, LinkValue, Mention, Summary } from "../model/summary.ts";
import { perFile } from "../workspace/kept.ts";
import { mentionLeads } from "../workspace/mentions.ts";
import type { Found, Query, Resolution } from "../workspace/query.ts";

/** A link of an item's own field, and what it leads to. */
export interface LinkFact {
  readonly from: Found;
  readonly definition: FieldDefinition;
  readonly field: FieldValue;
  readonly link: LinkValue;
  readonly resolution: Resolution;
}

/** The links that are written in a file's fields, each looked up once for all rules; items defined in place are left out. */
export function linksOf(file: Summary, query: Query): readonly LinkFact[] {
  return factsOf(file, query).named;
}

/** The same with those that are defined in place, for what concerns both ends: a feature and when what it needs will land. */
export function allLinksOf(file: Summary, query: Query): readonly LinkFact[] {
  return factsOf(file, query).all;
}

/** The ids and `[[links]]` in a file's body that lead nowhere. */
export const deadMentionsOf = perFile((file, query): readonly Mention[] =>
  file.mentions.filter((mention) => mention.form !== "section" && !mentionLeads(mention, file, query)),
);

interface Facts {
  readonly all: readonly LinkFact[];
  readonly named: readonly LinkFact[];
}

const factsOf = perFile((file, query): Facts => {
  const all = readLinks(file, query);
  return { all, named: all.some(isNested) ? all.filter((fact) => !isNested(fact)) : all };
});

function isNested({ link }: LinkFact): boolean {
  return link.target.type === "nested";
}

function readLinks(file: Summary, query: Query): readonly LinkFact[] {
  const facts: LinkFact[] = [];
  file.items.forEach(({ kind, fields }, index) => {
    fields.forEach((field, name) => {
      if (field.links.length === 0) return;
      const from = query.at(file.path, index)!;
      const definition = query.config.schema.kinds.get(kind)?.fieldNames.get(name);
      if (definition === undefined) return;
      for (const link of field.links)
        facts.push({ from, definition, field, link, resolution: query.resolve(from, link.target) });
    });
  });
  return facts;
}
