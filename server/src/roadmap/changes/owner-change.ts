import { ownersOf } from "../../workspace/plan.ts";
import { ownerLabel } from "../owners.ts";
import { changed, type Look, readSame, type Side } from "./change.ts";

/** The one who answers for it is another. */
export const ownerChange: Look = ({ before, after }) => {
  if (![before, after].some(({ found }) => found.item.fields.has("owner"))) return [];
  const [from, to] = [before, after].map(firstOwner);
  return readSame(from, to) ? [] : [changed("owner", after, from, to)];
};

function firstOwner({ query, found }: Side): string | undefined {
  const [owner] = ownersOf(found);
  return owner === undefined ? undefined : ownerLabel(owner, query);
}
