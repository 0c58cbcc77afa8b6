import type { Document } from "../../base/document.ts";
import type { TextEdit } from "../../base/span.ts";
import { matchTemplate } from "../../base/template.ts";
import { innerSpan } from "../../model/inner-span.ts";
import { canonicalName, type SchemaKind } from "../../model/schema.ts";
import { readFrontmatter } from "../../syntax/frontmatter.ts";
import { changeFormerIds } from "../former-ids.ts";
import { setTitle } from "../set-title.ts";
import type { NewName, Renaming } from "./renaming.ts";

/** What changes where the item is defined, beside the id as it stands there: the number that the id is made of, its title, its former ids. */
export function definitionEdits(name: NewName, document: Document, { project }: Renaming): readonly TextEdit[] {
  const { item, file } = name.found;
  const kind = project.config.schema.kinds.get(item.kind);
  const places = project.places(file.path);
  if (kind === undefined || places === undefined) return [];
  const edits: TextEdit[] = [];
  if (name.title !== undefined) edits.push(...(setTitle({ document, places }, item, kind, [name.title]) ?? []));
  if (item.site === "document") edits.push(...formedEdits(name, kind, document.text));
  if (item.id !== undefined && item.base !== "requirement")
    edits.push(
      ...changeFormerIds({ document, places }, item, kind, name.keeps === true ? name.from : undefined, name.to),
    );
  return edits;
}

/** `rfc: 12`, of which the id RFC-12 is made. */
function formedEdits({ from, to }: NewName, kind: SchemaKind, text: string): readonly TextEdit[] {
  const field = kind.idForm?.field;
  if (field === undefined) return [];
  const isIt = (key: string): boolean => {
    const name = canonicalName(key.trim());
    return name === field || kind.fieldNames.get(name)?.name === field;
  };
  const value = readFrontmatter(text).map?.entries.find(({ key }) => isIt(key.text))?.value;
  if (value?.type !== "scalar") return [];
  const written = value.text.trim();
  const n = kind.idForm?.format === undefined ? undefined : matchTemplate(kind.idForm.format, to)?.n;
  const newText = written.toLowerCase() === from.toLowerCase() ? to : /^\d+$/.test(written) ? n : undefined;
  return newText === undefined ? [] : [{ span: innerSpan(value), newText }];
}
