import * as z from "zod/mini";
import type { FieldType } from "./kinds.ts";

/** The smallest parts of `throughline.yaml` and how they are put together; `config-schema.ts` is the whole. */

/** What a team's own field may hold. */
export const fieldTypeWords = [
  "text",
  "person",
  "enum",
  "number",
  "measure",
  "date",
  "timeframe",
  "link",
  "url",
  "boolean",
] as const satisfies readonly FieldType[];

export const text = z.string("Write a text.").check(z.minLength(1, "Write a text."));

export const glob = z.string("Write a pattern such as `specs/**/*.md`.").check(
  z.minLength(1, "Write a pattern such as `specs/**/*.md`."),
  z.regex(/^[^!]/, "What is to be left out stands under `ignore`."),
  z.refine((written) => !/\\[\p{L}\p{N}]/u.test(written), "Separate folders by `/`."),
  z.refine(
    (written) => !/(^|\/)\.\.(\/|$)/.test(written),
    "Patterns stay in the project's folder, so `..` cannot stand here.",
  ),
  z.refine(isBalanced, "A bracket is not closed."),
);

export const template = z.string("Write a template such as `rfc-{n}.md`.").check(
  z.regex(/\{(n|slug)\}/, "Say where the number or the name stands: `{n}` or `{slug}`."),
  z.refine(
    (written) => !/[{}]/.test(written.replace("{n}", "").replace("{slug}", "")),
    "Only `{n}` and `{slug}` can stand in braces, each once.",
  ),
  z.refine((written) => !/\\/.test(written), "Separate folders by `/`."),
  z.refine(staysInside, "Documents stay in the project's folder, so no `/` can stand in front, and no `..`."),
);

/** The path of a template: a document or a folder, as it is, for it is read and not searched for. */
export const templatePath = z.string("Write a path such as `templates/prd.md`.").check(
  z.minLength(1, "Write a path such as `templates/prd.md`."),
  z.refine(
    (written) => !/[*?[\]{}]/.test(written),
    "Write the path of one document or of one folder, without patterns.",
  ),
  z.refine((written) => !/\\/.test(written), "Separate folders by `/`."),
  z.refine(staysInside, "Templates lie in the project's folder: write the path from there."),
);

function staysInside(path: string): boolean {
  return !/^\/|(^|\/)\.\.(\/|$)/.test(path);
}

export const fieldName = text;
export const kindName = z
  .string("Write a kind, such as feature.")
  .check(z.regex(/^[a-z][a-z0-9-]*$/, "Write the name of a kind in small letters, digits and hyphens."));

export const conditions = z.record(
  fieldName,
  z.union([text, z.array(text, "Write a list.")], "Write a value or a list of values."),
  "Write fields and the values that they are to have.",
);

/** What a list may look like: one value, a list that adds to what is there, or a list that takes its place. */
export type ListFile<Item> = Item | Item[] | { replace: Item | Item[] };

export function list<Item extends z.ZodMiniType>(item: Item) {
  const replace = z.strictObject(
    { replace: described(oneOrMany(item), "The whole list, in place of what is there otherwise.") },
    "Write a list.",
  );
  return z.union([item, z.array(item, "Write a list."), replace], "Write a list.");
}

export function oneOrMany<Item extends z.ZodMiniType>(item: Item) {
  return z.union([item, z.array(item, "Write a list.")], "Write a list.");
}

export function between(least: number, most: number, error: string) {
  return z.int(error).check(z.gte(least, error), z.lte(most, error));
}

export function described<Schema extends z.ZodMiniType>(schema: Schema, says: string): Schema {
  return schema.check(z.describe(says)) as Schema;
}

export function anyOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** Whether `{` and `[` are closed in order. */
function isBalanced(written: string): boolean {
  const open: string[] = [];
  for (const sign of written) {
    if ("{[".includes(sign)) open.push(sign);
    else if ("}]".includes(sign) && open.pop() !== "{["["}]".indexOf(sign)]) return false;
  }
  return open.length === 0;
}
