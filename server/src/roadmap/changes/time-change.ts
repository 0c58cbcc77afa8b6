import { say, type Words } from "../../base/say.ts";
import { showTimeframe } from "../../model/show-timeframe.ts";
import { compareTimeframes, isLater, type Timeframe } from "../../model/timeframe.ts";
import { itemFacts } from "../../workspace/item-facts.ts";
import type { Found } from "../../workspace/query.ts";
import { type ChangeType, changed, type Look, readSame, type Side } from "./change.ts";

/** When it lands, and what that gets in the way of. */
export const timeChange: Look = ({ before, after }) => {
  // What is taken over from the document around it moves with that, and is not told of one by one.
  if (![before, after].some(({ found }) => found.item.fields.has("timeframe"))) return [];
  const { phase, timeframe: is } = itemFacts(after.query, after.found);
  const { timeframe: was } = itemFacts(before.query, before.found);
  if (phase === "done" || phase === "dropped") return [];
  const [from, to] = [was, is].map((time) => (time === undefined ? undefined : showTimeframe(time)));
  if (readSame(from, to)) return [];
  const known = new Set(collisions(before).map(({ with: other }) => other));
  const so = collisions(after).filter(({ with: other }) => !known.has(other));
  return [
    changed(
      typeOf(was, is),
      after,
      from,
      to,
      so.map(({ words }) => words),
    ),
  ];
};

function typeOf(was: Timeframe | undefined, is: Timeframe | undefined): ChangeType {
  if (was === undefined || is === undefined || was.kind !== is.kind) return "moved";
  if (was.kind === "interval" && is.kind === "interval") {
    return is.end > was.end ? "slipped" : is.end < was.end ? "earlier" : "moved";
  }
  if (was.kind !== "lane" && was.kind !== "version") return "moved";
  return compareTimeframes(is, was) > 0 ? "slipped" : "earlier";
}

interface Collision {
  /** Names what it gets in the way of, the same before and after. */
  readonly with: string;
  readonly words: Words;
}

/** What cannot be as the plan says because of when the item lands. */
function collisions({ query, found }: Side): readonly Collision[] {
  const own = itemFacts(query, found).timeframe;
  if (own === undefined) return [];
  const all: Collision[] = [];
  const add = (how: string, other: Found, words: Words): void =>
    void all.push({ with: `${how} ${other.item.key}`, words });
  const open = (other: Found): Timeframe | undefined => {
    const { phase, timeframe } = itemFacts(query, other);
    return phase === "done" || phase === "dropped" ? undefined : timeframe;
  };
  for (const { name, from } of query.incoming(found)) {
    const time = open(from);
    if (time === undefined || !isLater(own, time)) continue;
    if (name === "depends-on") add(name, from, say`${from.item.title} (${showTimeframe(time)}) needs it`);
    else if (from.item.base === "launch")
      add(name, from, say`${from.item.title} is to launch it in ${showTimeframe(time)}`);
  }
  for (const { name, to } of query.outgoing(found)) {
    const time = open(to);
    if (time === undefined) continue;
    if (name === "depends-on" && isLater(time, own))
      add(name, to, say`it needs ${to.item.title}, which lands in ${showTimeframe(time)}`);
    else if (name === "goals" && isLater(own, time))
      add(name, to, say`${to.item.title} is due before that, in ${showTimeframe(time)}`);
  }
  return all;
}
