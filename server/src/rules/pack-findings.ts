import { type PackedWords, packWords, unpackWords } from "../base/pack-words.ts";
import type { Summary } from "../model/summary.ts";
import type { Stamped } from "./findings-in.ts";
import type { Finding, Related, Rule } from "./rule.ts";

/** What a check found in a file, as text: `unpackFindings` makes an equal list of it, for an equal file. */
export function packFindings(found: readonly Stamped[], file: Summary): string {
  return JSON.stringify(
    found.map(({ rule, finding: { item, related, ...rest } }): Packed[number] => [
      rule.id,
      item === undefined ? -1 : file.items.indexOf(item),
      {
        ...rest,
        message: packWords(rest.message),
        ...(related && {
          related: related.map((there) => ({ ...there, message: packWords(there.message) })),
        }),
      },
    ]),
  );
}

/** Undefined for what these rules cannot have found in this file. Files that share `forms` keep each form once. */
export function unpackFindings(
  text: string,
  file: Summary,
  rules: ReadonlyMap<string, Rule>,
  forms = new Map<string, string>(),
): readonly Stamped[] | undefined {
  const found: Stamped[] = [];
  if (text === nothing) return found;
  for (const [id, index, rest] of JSON.parse(text) as Packed) {
    const rule = rules.get(id);
    const item = file.items[index];
    if (rule === undefined || (item === undefined && index >= 0)) return undefined;
    const { message, related, ...others } = rest;
    const finding: Finding = {
      ...others,
      message: unpackWords(message, forms),
      ...(item && { item }),
      ...(related && { related: related.map((there) => ({ ...there, message: unpackWords(there.message, forms) })) }),
    };
    found.push({ rule, finding });
  }
  return found;
}

/** Most documents are well. */
export const nothing = "[]";

type Packed = readonly (readonly [rule: string, item: number, rest: PackedFinding])[];

interface PackedFinding extends Omit<Finding, "item" | "message" | "related"> {
  readonly message: PackedWords;
  readonly related?: readonly (Omit<Related, "message"> & { readonly message: PackedWords })[];
}
