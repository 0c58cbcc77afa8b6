import { say, type Words } from "../base/say.ts";
import { isRequirementId, splitQualified } from "../model/requirement-id.ts";
import type { Summary } from "../model/summary.ts";
import type { Query } from "../workspace/query.ts";
import { deadMentionsOf, linksOf } from "./each-link.ts";
import type { Finding, Rule } from "./rule.ts";

/** A requirement's id that its document does not define. */
export const unknownRequirement: Rule = {
  id: "unknown-requirement",
  title: "A requirement that its document does not have",
  group: "links",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    for (const { link, resolution } of linksOf(file, query)) {
      if (resolution.type !== "nothing") continue;
      const message = problemOf(link.text, file, query, true);
      if (message !== undefined) report({ entry: link.entry, message, ...sameNumber(link.text, file) });
    }
    for (const { text, entry, form } of deadMentionsOf(file, query)) {
      const message = problemOf(text, file, query, form === "wikilink");
      if (message !== undefined) report({ entry, message, ...sameNumber(text, file) });
    }
  },
};

function problemOf(text: string, file: Summary, query: Query, isLink: boolean): Words | undefined {
  const { schema } = query.config;
  const qualified = splitQualified(schema, text);
  if (qualified !== undefined) {
    const document = query.definition(qualified.document);
    if (document === undefined) return undefined;
    return say`${document.item.title} (${qualified.document}) has no ${qualified.requirement}. Correct the number, or write the requirement there.`;
  }
  if (!isRequirementId(schema, text)) return undefined;
  const prefix = text.slice(0, text.lastIndexOf("-") + 1);
  // In a document that numbers nothing so, `FR-7` is a word like any other.
  if (
    !isLink &&
    !file.items.some(({ id, kind }) => schema.kinds.get(kind)?.base === "requirement" && id?.startsWith(prefix))
  ) {
    return undefined;
  }
  return say`This document has no ${text}. Correct the number, or write PRD-1/${text} for one that another document defines.`;
}

/** `FR-07` is `FR-7` to everybody but a computer. */
function sameNumber(text: string, file: Summary): Pick<Finding, "data" | "fixable"> {
  const plain = (id: string): string => id.replace(/-0+(?=\d)/, "-").toUpperCase();
  const meant = file.items.find(
    ({ id, base }) => base === "requirement" && id !== undefined && plain(id) === plain(text),
  );
  return meant?.id === undefined ? { fixable: false } : { data: { replacement: meant.id } };
}
