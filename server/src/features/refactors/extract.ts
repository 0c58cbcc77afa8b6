import { documentOffset } from "../../base/document.ts";
import { say } from "../../base/say.ts";
import { extractItem } from "../../edits/extract-item.ts";
import { frontmatterOf } from "../../edits/find-map.ts";
import { nestedAt } from "../../edits/nested-at.ts";
import { placeRange } from "../../model/places.ts";
import type { Summary } from "../../model/summary.ts";
import type { Refactor } from "./refactor.ts";

/** Moves an item that is written in a list into a file of its own. */
export const extract: Refactor = {
  kind: "refactor.extract",
  offers({ document, project, path, at, can, elsewhere }) {
    const { map: root, content } = frontmatterOf(document);
    const file = project.summary(path);
    const places = project.places(path);
    if (!can.create || root === undefined || file === undefined || places === undefined) return [];
    if (at < content.start || at > content.end) return [];
    for (const nested of nestedAt(root, at).toReversed()) {
      const { node } = nested;
      if (node.type !== "map") continue;
      const index = file.items.findIndex(
        ({ site, whole, outside }) =>
          site === "nested" &&
          !outside &&
          documentOffset(document, placeRange(places, whole).start) === node.span.start,
      );
      const found = index < 0 ? undefined : project.query.at(path, index);
      const kind = project.config.schema.kinds.get(found?.item.kind ?? "");
      if (found === undefined || kind === undefined || kind.base === "requirement") continue;
      const title = say`Move ${found.item.title} to a file of its own`;
      if (linksByPath(file, index))
        return [
          { title, disabled: say`It links to files by their path, and would lead elsewhere from its own folder.` },
        ];
      return [{ title, edit: () => extractItem(document, { ...nested, node }, found, kind, project.query, elsewhere) }];
    }
    return [];
  },
};

/** Whether the item, or what is written in it, has a link that depends on where it stands. */
function linksByPath({ items }: Summary, index: number): boolean {
  const isInside = (at: number | undefined): boolean =>
    at !== undefined && (at === index || isInside(items[at]?.container));
  return items.some(
    ({ fields }, at) =>
      isInside(at) && [...fields.values()].some(({ links }) => links.some(({ target }) => target.type === "path")),
  );
}
