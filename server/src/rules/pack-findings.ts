import type { Summary } from "../model/summary.ts";
import type { Stamped } from "./checker.ts";
import type { Finding, Rule } from "./rule.ts";

/** What a check found in a file, as text: `unpackFindings` makes an equal list of it, for an equal file. */
export function packFindings(found: readonly Stamped[], file: Summary): string {
  return JSON.stringify(
    found.map(({ rule, finding: { item, ...rest } }) => [
      rule.id,
      item === undefined ? -1 : file.items.indexOf(item),
      rest,
    ]),
  );
}

/** Undefined for what these rules cannot have found in this file. */
export function unpackFindings(
  text: string,
  file: Summary,
  rules: ReadonlyMap<string, Rule>,
): readonly Stamped[] | undefined {
  const found: Stamped[] = [];
  for (const [id, index, rest] of JSON.parse(text) as Packed) {
    const rule = rules.get(id);
    const item = file.items[index];
    if (rule === undefined || (item === undefined && index >= 0)) return undefined;
    found.push({ rule, finding: item === undefined ? rest : { ...rest, item } });
  }
  return found;
}

type Packed = readonly (readonly [rule: string, item: number, rest: Omit<Finding, "item">])[];
