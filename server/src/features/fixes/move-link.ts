import { say } from "../../base/say.ts";
import { inSteps } from "../../edits/in-steps.ts";
import { removeLink } from "../../edits/remove-link.ts";
import { setItemField } from "../../edits/set-item-field.ts";
import { type Fix, spanOf } from "./fix.ts";
import { linkAt } from "./link-at.ts";

/** Moves a link to the field that asks for such things: a KPI from the goals to the KPIs. */
export const moveLink: Fix = {
  mends: ({ data }) => Array.isArray(data?.move),
  actions(context) {
    const { problem, document, project, path } = context;
    const at = linkAt(context);
    const kind = at && project.config.schema.kinds.get(at.item.kind);
    if (at === undefined || kind === undefined || at.link.values.size > 0 || at.item.site === "table") return [];
    const fields = (problem.data?.move ?? []) as readonly string[];
    return fields.map((field) => {
      const edit = () => {
        const edits = inSteps(document, path, at.index, project.config, [
          ({ document: now }) => removeLink(now, spanOf({ problem, document: now })),
          (file, item) => {
            const there = item.fields.get(field)?.links.map(({ text }) => text) ?? [];
            return setItemField(file, item, kind, field, [...new Set([...there, at.link.text])]);
          },
        ]);
        return edits && { edits };
      };
      return { title: say`Move it to ${field}`, edit, isOption: fields.length > 1 };
    });
  },
};
