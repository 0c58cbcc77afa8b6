import { say } from "../../base/say.ts";
import { rewriteEntries } from "../../edits/rewrite-entries.ts";
import type { YamlValue } from "../../syntax/yaml-write.ts";
import { fieldAt } from "./field-at.ts";
import type { Refactor } from "./refactor.ts";

/** Gives each name in a list of links an entry of its own, with room for more: what leads nowhere yet is defined by it. */
export const toEntries: Refactor = {
  kind: "refactor.rewrite",
  offers(context) {
    const { document, project } = context;
    const at = fieldAt(context);
    if (at === undefined) return [];
    const { field, found, definition, map, name } = at;
    const leads = new Map(
      field.links.map(({ text, target }) => [text.trim(), project.query.resolve(found, target).type] as const),
    );
    const rewrite = (text: string): YamlValue | undefined => {
      const type = leads.get(text);
      if (type === undefined || type === "external" || type === "file" || /[[\]/#]/.test(text)) return undefined;
      return type === "nothing" && !definition.to.includes("requirement") ? { title: text } : { id: text };
    };
    const edits = rewriteEntries(document.text, map, name, rewrite);
    return edits === undefined ? [] : [{ title: say`Give each its own entry`, edit: () => ({ edits }) }];
  },
};
