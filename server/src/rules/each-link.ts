import { memo } from "../base/memo.ts";
import type { FieldDefinition } from "../model/kinds.ts";
import type { FieldValue, LinkValue, Mention, Summary } from "../model/summary.ts";
import { resolveMention } from "../workspace/mentions.ts";
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
export function deadMentionsOf(file: Summary, query: Query): readonly Mention[] {
  const known = deadByQuery(query);
  let dead = known.get(file.path);
  if (dead === undefined) {
    dead = file.mentions.filter(
      (mention) => mention.form !== "section" && resolveMention(mention, file, query).type === "nothing",
    );
    known.set(file.path, dead);
  }
  return dead;
}

interface Facts {
  readonly all: readonly LinkFact[];
  readonly named: readonly LinkFact[];
}

function factsOf(file: Summary, query: Query): Facts {
  const known = byQuery(query);
  let facts = known.get(file.path);
  if (facts === undefined) {
    const all = [...readLinks(file, query)];
    facts = { all, named: all.filter(({ link }) => link.target.type !== "nested") };
    known.set(file.path, facts);
  }
  return facts;
}

/** A query lives for one check of one file, so nothing can be out of date. */
const byQuery = memo((_: Query) => new Map<string, Facts>());

const deadByQuery = memo((_: Query) => new Map<string, readonly Mention[]>());

function* readLinks(file: Summary, query: Query): Iterable<LinkFact> {
  for (const [index, item] of file.items.entries()) {
    const kind = query.config.schema.kinds.get(item.kind);
    for (const [name, field] of item.fields) {
      if (field.links.length === 0) continue;
      const from = query.at(file.path, index)!;
      const definition = kind?.fieldNames.get(name);
      if (definition === undefined) continue;
      for (const link of field.links) {
        yield { from, definition, field, link, resolution: query.resolve(from, link.target) };
      }
    }
  }
}
