import { say } from "../base/say.ts";
import { linksOf } from "./each-link.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** The same link twice in one field; the second one says nothing. */
export const duplicateReference: Rule = {
  id: "duplicate-reference",
  title: "The same link twice in one list",
  group: "links",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    const links = linksOf(file, query);
    if (links.length < 2) return;
    const seen = new Map<string, number>();
    for (const { from, definition, link, resolution } of links) {
      const target =
        resolution.type === "item" ? `${resolution.found.file.path}#${resolution.found.index}` : `text ${link.text}`;
      const key = `${from.index} ${definition.name} ${target}`;
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, link.entry);
        continue;
      }
      const name = resolution.type === "item" ? nameOf(resolution.found.item) : link.text;
      report({
        item: from.item,
        entry: link.entry,
        tag: "unnecessary",
        message: say`${name} is in this list already. Once is enough: take one of them out.`,
        related: [{ path: file.path, entry: first, message: say`It is named here first` }],
      });
    }
  },
};
