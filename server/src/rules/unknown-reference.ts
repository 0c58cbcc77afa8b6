import { nearest } from "../base/nearest.ts";
import { isRequirementId, splitQualified } from "../model/requirement-id.ts";
import { isKind } from "../model/schema.ts";
import type { Named, Query } from "../workspace/query.ts";
import { linksOf } from "./each-link.ts";
import type { Rule } from "./rule.ts";
import { nameOf, oneOf } from "./words.ts";

/** A link that leads nowhere: an error where links are fields and in `[[ ]]`, a warning in prose. */
export const unknownReference: Rule = {
  id: "unknown-reference",
  title: "A link that leads nowhere",
  group: "links",
  level: "error",
  fixable: true,
  check(file, query, report) {
    const { schema } = query.config;
    for (const { from, definition, link, resolution } of linksOf(file, query)) {
      if (resolution.type !== "nothing" || isLocalRequirement(link.text, query)) continue;
      const near = meant(link.text, definition.to, query);
      report({
        item: from.item,
        entry: link.entry,
        message: `${nameOf(from.item)} links to “${link.text}”, and there is no such ${oneOf(schema, definition.to)}. ${advice(near)}`,
        ...(near === undefined ? { fixable: false } : { data: { replacement: near.key } }),
      });
    }
    for (const { text, entry, form } of file.mentions) {
      if (form === "section" || isLocalRequirement(text, query)) continue;
      if (form === "prose" && !query.hasPrefix(text.slice(0, text.lastIndexOf("-")))) continue;
      if (query.resolve(file, { type: "name", name: text }).type !== "nothing") continue;
      const near = meant(text, [], query);
      report({
        entry,
        message: `“${text}” leads nowhere: nothing here goes by that name. ${advice(near)}`,
        level: form === "prose" ? "warning" : "error",
        ...(near === undefined ? { fixable: false } : { data: { replacement: near.key } }),
      });
    }
  },
};

/** Requirements have a rule of their own. */
function isLocalRequirement(text: string, query: Query): boolean {
  const { schema } = query.config;
  if (isRequirementId(schema, text)) return true;
  const qualified = splitQualified(schema, text);
  return qualified !== undefined && query.definition(qualified.document) !== undefined;
}

/** The name somebody meant: one letter off an id, or the title of an item. */
function meant(text: string, kinds: readonly string[], query: Query): Named | undefined {
  const { schema } = query.config;
  const fitting = query.names().filter(({ kind }) => kinds.length === 0 || isKind(schema, kind, kinds));
  const name = nearest(
    text.replace(/^\[\[|\]\]$/g, ""),
    fitting.map((candidate) => candidate.name),
    // Of several ids that are one digit off, none is more likely meant than the others.
    { unique: true },
  );
  return name === undefined ? undefined : fitting.find((candidate) => candidate.name === name);
}

function advice(near: Named | undefined): string {
  if (near === undefined) return "Correct the name, or write what it should lead to.";
  return near.title === near.key ? `Did you mean ${near.key}?` : `Did you mean ${near.key} (${near.title})?`;
}
