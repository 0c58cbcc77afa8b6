import { readDay } from "../../base/day.ts";
import { showStatus } from "../../model/phase.ts";
import { showDay } from "../../model/show-timeframe.ts";
import { itemFacts } from "../../workspace/item-facts.ts";
import { statusOf, textOf } from "../../workspace/plan.ts";
import { type ChangeType, changed, type Look, readSame, type Side } from "./change.ts";

/** Shipped, dropped, begun, begun again, or another word for where it stands. */
export const phaseChange: Look = ({ before, after }) => {
  const [was, is] = [before, after].map(({ query, found }) => itemFacts(query, found));
  // What is written inside a document goes with it, and is not told of one by one.
  if (![before, after].some(({ found }) => found.item.fields.has("status"))) return [];
  const [from, to] = [before, after].map(wordOf);
  if (was!.phase === is!.phase)
    return from === undefined || to === undefined || readSame(from, to) ? [] : [changed("status", after, from, to)];
  const shipped = is!.phase === "done" ? readDay(textOf(after.found, "shipped") ?? "") : undefined;
  const when = shipped === undefined ? undefined : showDay(shipped);
  return [changed(typeOf(was!.phase, is!.phase), after, from ?? was!.phase, when ?? to ?? is!.phase)];
};

function typeOf(was: string, is: string): ChangeType {
  if (is === "done") return "shipped";
  if (is === "dropped") return "dropped";
  if (was === "done" || was === "dropped") return "reopened";
  return is === "active" ? "started" : "status";
}

function wordOf({ found }: Side): string | undefined {
  const status = statusOf(found);
  return status === undefined ? undefined : showStatus(status);
}
