import { documentOffset } from "../../base/document.ts";
import { frontmatterOf } from "../../edits/find-map.ts";
import { nestedAt } from "../../edits/nested-at.ts";
import type { FieldDefinition } from "../../model/kinds.ts";
import { placeRange } from "../../model/places.ts";
import { canonicalName } from "../../model/schema.ts";
import type { FieldValue } from "../../model/summary.ts";
import type { YamlMap, YamlNode } from "../../syntax/yaml-tree.ts";
import type { Found } from "../../workspace/query.ts";
import type { RefactorContext } from "./refactor.ts";

/** A field of links in the block at the top, and whose it is. */
export interface FieldAt {
  readonly found: Found;
  readonly definition: FieldDefinition;
  readonly field: FieldValue;
  readonly map: YamlMap;
  /** As written. */
  readonly name: string;
  readonly value: YamlNode;
}

/** The innermost field of links around the cursor. */
export function fieldAt({ document, project, path, at }: RefactorContext): FieldAt | undefined {
  const { map: root, content } = frontmatterOf(document);
  const file = project.summary(path);
  const places = project.places(path);
  if (root === undefined || file === undefined || places === undefined || at < content.start || at > content.end)
    return undefined;
  for (const { map, entry } of nestedAt(root, at).toReversed()) {
    const index = file.items.findIndex(({ site, whole }) =>
      map === root
        ? site === "document"
        : site === "nested" && documentOffset(document, placeRange(places, whole).start) === map.span.start,
    );
    const found = index < 0 ? undefined : project.query.at(path, index);
    const kind = project.config.schema.kinds.get(found?.item.kind ?? "");
    const definition = kind?.fieldNames.get(canonicalName(entry.key.text));
    const field = definition && found?.item.fields.get(definition.name);
    if (found === undefined || definition?.type !== "link" || field === undefined || entry.value === undefined)
      continue;
    return { found, definition, field, map, name: entry.key.text, value: entry.value };
  }
  return undefined;
}
