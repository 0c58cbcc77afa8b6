import { itemFacts } from "../../workspace/item-facts.ts";
import { kpisOf } from "../../workspace/plan.ts";
import { changed, type Look } from "./change.ts";

/** Nothing measures it any more. */
export const measureChange: Look = ({ before, after }) => {
  const { phase } = itemFacts(after.query, after.found);
  if (phase === "done" || phase === "dropped") return [];
  const [was, is] = [before, after].map(({ query, found }) => kpisOf(query, found));
  if (was!.length === 0 || is!.length > 0) return [];
  return [changed("unmeasured", after, was!.map(({ to }) => to.item.title).join(", "))];
};
