import type { FieldDefinition } from "../../model/kinds.ts";
import type { FieldValue, Item, LinkValue } from "../../model/summary.ts";
import type { FixContext } from "./fix.ts";

/** A link of a field, and where it is written. */
export interface LinkAt {
  readonly index: number;
  readonly item: Item;
  readonly definition: FieldDefinition;
  readonly field: FieldValue;
  readonly link: LinkValue;
}

/** The link that a problem stands on; undefined where it stands in a text, or on something else. */
export function linkAt({
  problem,
  project,
  path,
}: Pick<FixContext, "problem" | "project" | "path">): LinkAt | undefined {
  const places = project.places(path);
  const items = project.summary(path)?.items ?? [];
  if (places === undefined) return undefined;
  const { line, character } = problem.range.start;
  for (const [index, item] of items.entries()) {
    for (const [name, field] of item.fields) {
      const link = field.links.find(({ entry }) => places[entry * 4] === line && places[entry * 4 + 1] === character);
      const definition = link && project.config.schema.kinds.get(item.kind)?.fieldNames.get(name);
      if (link !== undefined && definition !== undefined) return { index, item, definition, field, link };
    }
  }
  return undefined;
}
