import { dirname, relativePath } from "../base/path.ts";
import { say } from "../base/say.ts";
import type { Found, Query } from "../workspace/query.ts";
import { linksOf } from "./each-link.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** A name that several documents go by. */
export const ambiguousReference: Rule = {
  id: "ambiguous-reference",
  title: "A link that may lead to several things",
  group: "links",
  level: "warning",
  fixable: false,
  check(file, query, report) {
    for (const { from, link, resolution } of linksOf(file, query)) {
      if (resolution.type !== "ambiguous") continue;
      const named = resolution.found.slice(0, mostNamed);
      const more = resolution.found.length - named.length;
      const paths = named.map((found) => found.file.path);
      const places = more === 0 ? paths.join(", ") : say`${paths.join(", ")} and ${more} more`;
      report({
        item: from.item,
        entry: link.entry,
        data: { replacements: resolution.found.slice(0, 5).map((found) => nameFor(found, file.path, query)) },
        message: say`${nameOf(from.item)} links to “${link.text}”, and several documents go by that name: ${places}. Write the path or the id of the one you mean.`,
        related: named.map((found) => ({
          path: found.file.path,
          entry: found.item.entry,
          message: nameOf(found.item),
        })),
      });
    }
  },
};

/** The id where only one has it, else the path from the document that links. */
function nameFor({ file, item }: Found, path: string, query: Query): string {
  if (item.id !== undefined && query.claims(item.key).length === 1) return item.key;
  return relativePath(dirname(path), file.path);
}

/** Thousands of files may have one name, and nobody goes through more than a few. */
const mostNamed = 10;
