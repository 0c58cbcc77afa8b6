import type { FieldDefinition } from "../../model/kinds.ts";
import type { SchemaKind } from "../../model/schema.ts";
import type { Query } from "../../workspace/query.ts";
import type { Candidate } from "./candidate.ts";
import { dotted, itemDetails, pickItems } from "./item-candidates.ts";
import { wordCandidates } from "./word-candidates.ts";

/**
 * All that a field may hold, for those who let people choose from a list: for links every item that they may lead to, but
 * those whose keys are excepted, in lower case.
 */
export function valueCandidates(
  field: FieldDefinition,
  kind: SchemaKind,
  query: Query,
  except: ReadonlySet<string> = new Set(),
): readonly Choice[] {
  if (field.type !== "link") return wordCandidates(field, kind, query);
  const { found } = pickItems({ kinds: field.to, typed: "", except }, query, Number.POSITIVE_INFINITY);
  return found.map((one) => {
    const { key, title } = one.item;
    const details = itemDetails(one, query);
    return { label: key, detail: dotted(title === key ? details : [title, ...details]) };
  });
}

type Choice = Pick<Candidate, "label" | "detail">;
