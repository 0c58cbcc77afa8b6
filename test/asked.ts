import { Few } from "../server/src/base/few.ts";
import type { Spec } from "../server/src/model/read-spec.ts";
import { type FieldValue, type Item, withItems } from "../server/src/model/summary.ts";

/** A reading with every part asked for: some of what was packed is made when it is. */
export function asked(spec: Spec | undefined): Spec | undefined {
  return spec && { summary: withItems(spec.summary, spec.summary.items.map(whole)), places: spec.places };
}

function whole(item: Item): Item {
  assertNothingElse(item);
  return { ...item, fields: new Map(Array.from(item.fields, ([name, field]) => [name, wholeField(field)])) };
}

function wholeField(field: FieldValue): FieldValue {
  const { written, key, entry, state, reason, misfit, values, under, links, measurements } = field;
  const all = { written, key, entry, state, reason, misfit, values, links, measurements };
  return under === undefined ? all : { ...all, under };
}

/** What is looked up by name is what is gone through. */
function assertNothingElse({ fields }: Item): void {
  if (!(fields instanceof Few)) return;
  const names = [...fields.keys()];
  const found = names.map((name) => fields.get(name));
  if (found.some((field, at) => field !== [...fields.values()][at]) || fields.size !== names.length)
    throw new Error(`Something else stands under ${names}.`);
}
