import { say } from "../../base/say.ts";
import { type Slip, slip } from "../../model/config-problem.ts";
import { kindWord } from "../../model/kind-words.ts";
import type { FieldDefinition } from "../../model/kinds.ts";
import { isKind } from "../../model/schema.ts";
import { isDefinition } from "../plan.ts";
import type { Found, Query } from "../query.ts";
import { type Ask, isOrdering, type Made } from "./ask.ts";
import { noOrder } from "./ask-words.ts";

/**
 * What a link leads to, by id or title. `goal:GOAL-1` follows it: through parts of the goal, and to what is a part of the work
 * for it; `goal=GOAL-1` is the link alone.
 */
export function askLink(ask: Ask): Made {
  const { query, sign, fields } = ask;
  if (isOrdering(sign)) return noOrder(ask);
  const targets = targetsOf(ask);
  if (targets.length === 0) return nothing(ask);
  const members = new Map<FieldDefinition, ReadonlySet<number>>();
  return ({ number }, field) => {
    let known = members.get(field);
    if (known === undefined && fields.includes(field)) {
      members.set(field, (known = membersOf(field, targets, sign === ":", query)));
    }
    return known?.has(number) === true;
  };
}

function targetsOf({ query, value, sign, fields }: Ask): readonly Found[] {
  const { schema } = query.config;
  const kinds = [...new Set(fields.flatMap(({ to }) => to))];
  const named = query
    .named(value)
    .filter((found) => isKind(schema, found.item.kind, kinds) && isDefinition(found, query));
  if (named.length > 0) return named;
  const title = value.trim().toLowerCase();
  return query.ofKinds(kinds).filter(({ item }) => {
    const its = item.title.toLowerCase();
    return sign === ":" ? its.includes(title) : its === title;
  });
}

/** By number, all items whose field leads to one of the targets: walked from there, so that it costs what is hit. */
function membersOf(
  field: FieldDefinition,
  targets: readonly Found[],
  follows: boolean,
  query: Query,
): ReadonlySet<number> {
  const { edge, name } = field;
  if (edge === undefined) return new Set();
  const ends = follows && followed.has(name) ? withParts(targets, query) : targets;
  const direct = ends.flatMap((end) =>
    edge.inverse
      ? query.outgoing(end, edge.name).map(({ to }) => to)
      : query.incoming(end, edge.name).map(({ from }) => from),
  );
  const all = follows && inherited.has(name) ? withParts(direct, query) : direct;
  return new Set(all.map(({ number }) => number));
}

/** What leads to a part leads to the whole. */
const followed = new Set(["goals", "parent"]);
/** What leads there, its parts do. */
const inherited = new Set(["goals", "vision"]);

function withParts(items: readonly Found[], query: Query): readonly Found[] {
  const all = new Map(items.map((found) => [found.number, found]));
  for (const found of all.values())
    for (const { from } of query.incoming(found, "parent")) if (!all.has(from.number)) all.set(from.number, from);
  return [...all.values()];
}

function nothing({ query, value, fields }: Ask): Slip {
  const kinds = [...new Set(fields.flatMap(({ to }) => to))];
  const meant = query.near(value, kinds)?.item.key;
  const kind = kindWord(query.config.schema, kinds[0] ?? "");
  return slip(
    kinds.length === 1 ? say`There is no ${kind} \`${value}\`.` : say`There is nothing that goes by \`${value}\`.`,
    meant,
  );
}
