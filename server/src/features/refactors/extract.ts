import { documentOffset } from "../../base/document.ts";
import { say } from "../../base/say.ts";
import { canBelong, extractItem } from "../../edits/extract-item.ts";
import { frontmatterOf } from "../../edits/find-map.ts";
import { aroundOf } from "../../edits/implied.ts";
import { type Nested, nestedAt } from "../../edits/nested-at.ts";
import { type Section, sectionAt } from "../../edits/section.ts";
import { placeRange } from "../../model/places.ts";
import { isKind } from "../../model/schema.ts";
import type { Entry } from "../../model/summary.ts";
import type { YamlMap } from "../../syntax/yaml-tree.ts";
import { isDefinition } from "../../workspace/plan.ts";
import type { Project } from "../../workspace/project.ts";
import type { Found } from "../../workspace/query.ts";
import { reasonAgainst } from "./apart.ts";
import type { Refactor, RefactorContext } from "./refactor.ts";

/** Moves an item that is written in a list, or below a heading, into a file of its own. */
export const extract: Refactor = {
  kind: "refactor.extract",
  offers(context) {
    const { document, project, path, can, elsewhere } = context;
    const at = can.create ? (itemInBlock(context) ?? itemBelowHeading(context)) : undefined;
    const found = at && project.query.at(path, at.index);
    const kind = project.config.schema.kinds.get(found?.item.kind ?? "");
    if (at === undefined || found === undefined || kind === undefined || kind.base === "requirement") return [];
    if (!isDefinition(found, project.query) || !fits(found, project)) return [];
    const title = say`Move ${found.item.title} to a file of its own`;
    const { nested, section } = at;
    const pieces = [
      ...(nested === undefined ? [] : [nested.node.span]),
      ...(section === undefined ? [] : [section.content]),
    ];
    const disabled =
      isTwice(context, found, section) ?? reasonAgainst(project, document, path, pieces, { own: found.item.id });
    if (disabled !== undefined) return [{ title, disabled }];
    return [{ title, edit: () => extractItem(project, document, { found, kind, nested, section }, elsewhere) }];
  },
};

/** What two headings say about one item can not both move. */
function isTwice({ document, project, path }: RefactorContext, { item }: Found, section: Section | undefined) {
  const places = project.places(path);
  const headings = (project.summary(path)?.mentions ?? []).flatMap(({ form, text, entry }) => {
    if (form !== "section" || text !== item.id || places === undefined) return [];
    return sectionAt(document, documentOffset(document, placeRange(places, entry).start)) ?? [];
  });
  return headings.some((other) => other !== section) ? say`Two headings of this document are about it.` : undefined;
}

/** Whether a link could lead to it from where it stands. */
function fits(found: Found, { query, config }: Project): boolean {
  const { kind, via, site } = found.item;
  if (site === "heading" && !canBelong(found, query)) return false;
  const around = aroundOf(found, query)?.item.kind;
  const to = via?.of === "container" ? config.schema.kinds.get(around ?? "")?.fieldNames.get(via.field)?.to : undefined;
  return to === undefined || isKind(config.schema, kind, to);
}

/** An item of a file, by its index in it, and where it is written. */
interface Written {
  readonly index: number;
  readonly nested?: Nested & { readonly node: YamlMap };
  readonly section: Section | undefined;
}

function itemInBlock({ document, project, path, at }: RefactorContext): Written | undefined {
  const { map: root, content } = frontmatterOf(document);
  const file = project.summary(path);
  const places = project.places(path);
  if (root === undefined || file === undefined || places === undefined) return undefined;
  if (at < content.start || at > content.end) return undefined;
  const startOf = (entry: Entry): number => documentOffset(document, placeRange(places, entry).start);
  for (const nested of nestedAt(root, at).toReversed()) {
    const { node } = nested;
    if (node.type !== "map") continue;
    const index = file.items.findIndex(
      ({ site, whole, outside, base }) =>
        site === "nested" && base !== "requirement" && !outside && startOf(whole) === node.span.start,
    );
    if (index < 0) continue;
    const { id } = file.items[index]!;
    const about = file.mentions.flatMap(({ form, text, entry }) =>
      form === "section" && text === id ? (sectionAt(document, startOf(entry)) ?? []) : [],
    );
    return { index, nested: { ...nested, node }, section: about[0] };
  }
  return undefined;
}

/** The innermost item around the cursor that a heading defines. */
function itemBelowHeading({ document, project, path, at }: RefactorContext): Written | undefined {
  const file = project.summary(path);
  const places = project.places(path);
  if (file === undefined || places === undefined) return undefined;
  const index = file.items.findLastIndex(({ site, base, whole }) => {
    if (site !== "heading" || base === "requirement") return false;
    const { start, end } = placeRange(places, whole);
    return documentOffset(document, start) <= at && at <= documentOffset(document, end);
  });
  if (index < 0) return undefined;
  const section = sectionAt(document, documentOffset(document, placeRange(places, file.items[index]!.whole).start));
  return section && { index, section };
}
