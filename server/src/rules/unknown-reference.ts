import { say, type Words } from "../base/say.ts";
import { isRequirementId, splitQualified } from "../model/requirement-id.ts";
import type { Found, Query } from "../workspace/query.ts";
import { deadMentionsOf, linksOf } from "./each-link.ts";
import { meant, replacementFor } from "./meant.ts";
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
    let advised = 0;
    const meantBy = (text: string, kinds: readonly string[]): ReturnType<typeof meant> =>
      advised++ < mostAdvice ? meant(text, kinds, query) : undefined;
    for (const { from, definition, link, resolution } of linksOf(file, query)) {
      if (resolution.type !== "nothing" || isLocalRequirement(link.text, query)) continue;
      const near = meantBy(link.text, definition.to);
      const replacement = near && replacementFor(link, near, file.path);
      report({
        item: from.item,
        entry: link.entry,
        message: () =>
          say`${nameOf(from.item)} links to “${link.text}”, and there is no such ${oneOf(schema, definition.to)}. ${advice(near, replacement)}`,
        ...(replacement === undefined ? { fixable: false } : { data: { replacement } }),
      });
    }
    for (const { text, entry, form } of deadMentionsOf(file, query)) {
      if (isLocalRequirement(text, query)) continue;
      if (form === "prose" ? !query.hasPrefix(text.slice(0, text.lastIndexOf("-"))) : isOtherFile.test(text)) continue;
      const near = meantBy(text, []);
      report({
        entry,
        message: () => say`“${text}” leads nowhere: nothing here goes by that name. ${advice(near)}`,
        level: form === "prose" ? "warning" : "error",
        ...(near === undefined ? { fixable: false } : { data: { replacement: near.item.key } }),
      });
    }
  },
};

/** A document with more dead links than this has them for another reason than slips. */
const mostAdvice = 200;

/** Pictures and other files are not for us to find. */
const isOtherFile = /\.(?!md$)[a-z0-9]{2,5}$/i;

/** Requirements have a rule of their own. */
function isLocalRequirement(text: string, query: Query): boolean {
  const { schema } = query.config;
  if (isRequirementId(schema, text)) return true;
  const qualified = splitQualified(schema, text);
  return qualified !== undefined && query.definition(qualified.document) !== undefined;
}

function advice(near: Found | undefined, replacement = near?.item.key): Words {
  if (near === undefined) return say`Correct the name, or write what it should lead to.`;
  const { title } = near.item;
  return title === replacement ? say`Did you mean ${title}?` : say`Did you mean ${replacement ?? title} (${title})?`;
}
